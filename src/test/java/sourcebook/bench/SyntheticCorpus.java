package sourcebook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A corpus of any number of invented articles, each a Markdown file of its own, with names, and a contract's facts in every
 * fifth article; written without being held in memory, and the same for the same number.
 */
record SyntheticCorpus(Path folder, int articles) {
    private static final int IN_A_FOLDER = 1_000;
    private static final int PARTIES = 200;
    private static final int PARAGRAPHS = 3;
    private static final int SENTENCES = 5;
    private static final int EVERY_FACT = 5;

    /** Writes it, unless it is there. */
    static SyntheticCorpus of(Path root, int articles) throws IOException {
        SyntheticCorpus corpus = new SyntheticCorpus(root.resolve("synthetic-" + articles), articles);
        if (!Files.exists(corpus.folder.resolve("names.csv"))) {
            for (int i = 0; i < articles; i++) {
                corpus.write(i, 0);
            }
            corpus.names();
        }
        return corpus;
    }

    /** Writes one article, in one of its versions. */
    void write(int number, int version) throws IOException {
        Path file = folder.resolve("articles/" + number / IN_A_FOLDER + "/article-" + number + ".md");
        if (number % IN_A_FOLDER == 0) {
            Files.createDirectories(file.getParent());
        }
        Files.writeString(file, markdown(number, version));
    }

    /** The words of an article. */
    static String text(int number, int version) {
        Random random = new Random(number * 31L + version);
        List<String> paragraphs = new ArrayList<>();
        for (int p = 0; p < PARAGRAPHS; p++) {
            List<String> sentences = new ArrayList<>();
            for (int s = 0; s < SENTENCES; s++) {
                sentences.add(Zipf.sentence(random));
            }
            paragraphs.add(String.join(" ", sentences));
        }
        if (number % EVERY_FACT == 0) {
            paragraphs.add("In March 2014 " + buyer(random) + " signed a contract with " + supplier(random) + " worth £"
                    + (1 + random.nextInt(900)) + "m over " + (2 + random.nextInt(9)) + " years.");
        }
        return String.join("\n\n", paragraphs);
    }

    static String title(int number) {
        return Invented.name(-number - 1L) + " " + Invented.word(number % 997);
    }

    private static String markdown(int number, int version) {
        return "---\ntitle: " + title(number) + "\npublisher: Example Press\npublished: 2019-05-17\n---\n\n"
                + text(number, version) + "\n";
    }

    private static String buyer(Random random) {
        return Invented.name(random.nextInt(PARTIES)) + " Council";
    }

    private static String supplier(Random random) {
        return Invented.name(1_000 + random.nextInt(PARTIES)) + " Services";
    }

    private void names() throws IOException {
        List<String> rows = new ArrayList<>(List.of("name,other names,owner,share,from,to,source"));
        for (int i = 0; i < PARTIES; i++) {
            rows.add(Invented.name(i) + " Council,,,,,,");
            rows.add(Invented.name(1_000 + i) + " Services,,,,,,");
        }
        Files.write(folder.resolve("names.csv"), rows);
    }
}
