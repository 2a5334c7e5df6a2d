package sourcebook.slack.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import sourcebook.app.SmallCorpus;

/** Whether the long forms run, and what they run over. */
final class Form {
    static final boolean LONG = "long".equals(System.getProperty("load"));

    private Form() {}

    /** A small corpus found by words alone, or in the long form the sample corpus with the model. */
    static SmallCorpus corpus(Path folder) throws IOException {
        return LONG ? sample(folder) : SmallCorpus.in(folder);
    }

    private static SmallCorpus sample(Path folder) throws IOException {
        Path from = Path.of("index-data");
        Path to = folder.resolve("corpus");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return new SmallCorpus(to);
    }

    static List<String> arguments() {
        return LONG ? List.of() : List.of("--no-embeddings");
    }

    static List<String> questions() {
        return LONG
                ? List.of(
                        "How much was the Cleveland Police contract with Steria worth?",
                        "When did the Procurement Act 2023 come into force?",
                        "How many people did Carillion employ in the UK when it collapsed?",
                        "Where are AWE's main sites?",
                        "Who called the introduction of PIP a fiasco?",
                        "Who won the 1998 World Cup?")
                : List.of(SmallCorpus.WORTH_QUESTION, SmallCorpus.TAGGING_QUESTION, SmallCorpus.NO_ANSWER);
    }

    /** What the long forms measured, for whoever runs them. */
    static void tell(String figures) {
        if (LONG) {
            System.out.println("LOAD " + figures);
        }
    }
}
