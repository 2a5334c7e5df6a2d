package sourcebook.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sourcebook.answer.Answering;
import sourcebook.index.Lease;
import sourcebook.model.Answer;

/** A corpus with fifty questions whose answers are known, and one article that says which version of it was indexed. */
final class Oracle {
    private static final int QUESTIONS = 50;
    private static final int FILLERS = 40;
    private static final List<String> THINGS = List.of("bridge", "tunnel", "canteen", "ferry", "library");
    private static final List<String> PLACES = List.of(
            "Ashby", "Barlow", "Corby", "Derwent", "Exmoor", "Fenwick", "Garston", "Harrow", "Ilford", "Jarrow");

    private final Path corpus;
    private final int fillers;

    Oracle(Path corpus) throws IOException {
        this(corpus, FILLERS);
    }

    /** With so many long articles that nobody asks for beside those that are asked for. */
    Oracle(Path corpus, int fillers) throws IOException {
        this.corpus = corpus;
        this.fillers = fillers;
        Files.createDirectories(corpus.resolve("articles"));
        for (int i = 0; i < QUESTIONS; i++) {
            write("thing-" + i, "The " + subject(i) + " cost £" + (i + 11) + "m when it was built.");
        }
        for (int i = 0; i < fillers; i++) {
            write("filler-" + i, ("Weather report number " + i + ": it rained at sea, and nobody minded. ").repeat(60));
        }
    }

    /** Changes the corpus, so that there is something to index. */
    void version(int number) throws IOException {
        write("version", "The version of this corpus is number " + number + ".");
        if (fillers > 0) {
            write(
                    "filler-" + number % fillers,
                    ("Weather report of version " + number + ": it snowed inland. ").repeat(60));
        }
    }

    /** Which version was indexed. */
    static int version(Library library) throws IOException {
        try (Lease lease = library.lease().orElseThrow()) {
            return Integer.parseInt(
                    lease.article("version").orElseThrow().text().replaceAll("\\D", ""));
        }
    }

    /** Asks all that is known. */
    static void check(Library library) throws IOException {
        Answering answering = new Answering(library::lease);
        for (int i = 0; i < QUESTIONS; i++) {
            Answer answer = answering
                    .ask("How much did the " + subject(i) + " cost?", null, 1)
                    .answer();
            String cost = "£" + (i + 11) + "m";
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Found.class,
                            found -> assertThat(found.evidence().getFirst().text())
                                    .contains(cost));
        }
    }

    private static String subject(int i) {
        return THINGS.get(i % THINGS.size()) + " of " + PLACES.get(i / THINGS.size());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(corpus.resolve("articles").resolve(name + ".txt"), text);
    }
}
