package sourcebook.dialogue.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.Fixture;
import sourcebook.answer.Answering;
import sourcebook.dialogue.Verification.Absent;
import sourcebook.dialogue.Verification.Added;
import sourcebook.dialogue.Verification.Changed;
import sourcebook.dialogue.Verification.Finding;
import sourcebook.dialogue.Verification.Joined;
import sourcebook.dialogue.Verification.Lost;
import sourcebook.dialogue.Verification.Match;
import sourcebook.dialogue.Verification.Nearly;
import sourcebook.dialogue.Verification.Same;
import sourcebook.dialogue.Verification.Verbatim;
import sourcebook.dialogue.verify.Words.Word;
import sourcebook.index.Generations;
import sourcebook.model.Article;
import sourcebook.model.Span;
import sourcebook.text.Passages;
import sourcebook.text.Sentences;

/**
 * Sentences of the sample corpus under random edits, whose right verdict is known. The seed is printed;
 * {@code -Dedits.seed=N} takes another and {@code -Dedits.count=N} more of them.
 */
final class EditsTest {
    private static final long SEED = Long.getLong("edits.seed", 20_261_125L);
    private static final int COUNT = Integer.getInteger("edits.count", 25);
    private static final int LONG_ENOUGH = 10;

    private final Random random = new Random(SEED);
    private final List<String> sentences = new ArrayList<>();

    @Test
    void everyEditGetsItsVerdict(@TempDir Path state) throws IOException {
        System.out.println("edits.seed=" + SEED);
        List<Article> articles = articles();
        try (Generations generations = Fixture.served(state, articles)) {
            Answering answering = new Answering(generations::lease);
            answering.read(sources -> {
                Verifier verifier = new Verifier(sources);
                for (int i = 0; i < COUNT; i++) {
                    check(verifier, sentences.get(random.nextInt(sentences.size())));
                }
                return true;
            });
        }
    }

    private void check(Verifier verifier, String sentence) throws IOException {
        assertThat(found(verifier, typeset(sentence))).as(sentence).isInstanceOf(Verbatim.class);
        String negated = insert(sentence, "not");
        assertThat(found(verifier, negated)).as(negated).isInstanceOf(Changed.class);
        String renumbered = insert(sentence, "4711");
        assertThat(found(verifier, renumbered)).as(renumbered).isInstanceOf(Changed.class);
        String renamed = insert(sentence, "Zanzibar");
        assertThat(found(verifier, renamed)).as(renamed).isInstanceOf(Changed.class);
        String added = insert(sentence, "quietly");
        assertThat(found(verifier, added)).as(added).isInstanceOfSatisfying(Nearly.class, this::isWhole);
        String strange =
                insert(sentence, "quietly purring zeppelins above seven green oceans were singing sadly and slowly");
        assertThat(found(verifier, strange)).as(strange).isInstanceOfAny(Absent.class, Joined.class);
        without(sentence).ifPresent(shorter -> {
            try {
                assertThat(found(verifier, shorter)).as(shorter).isNotInstanceOf(Verbatim.class);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** The pieces that both have, with those lost, are the source's words; with those added, the claim's. */
    private void isWhole(Nearly nearly) {
        Match match = nearly.match();
        String stated = nearly.pieces().stream()
                .map(piece -> switch (piece) {
                    case Same same -> cut(match, same.span());
                    case Lost lost -> cut(match, lost.span());
                    case Added added -> "";
                })
                .collect(Collectors.joining(" "));
        assertThat(folded(stated)).isEqualTo(folded(cut(match, match.part())));
        assertThat(nearly.pieces()).contains(new Added("quietly"));
    }

    private static Finding found(Verifier verifier, String claim) throws IOException {
        return verifier.verify(new Claim(claim, null)).finding();
    }

    private String typeset(String sentence) {
        String dashes = random.nextBoolean() ? sentence.replace('-', '\u2011') : sentence.replace("-", " – ");
        String marks = dashes.replace('’', '\'').replace('“', '"').replace('”', '"');
        String spaced = random.nextBoolean() ? marks.replace(" ", "\u00a0 ") : marks;
        return random.nextBoolean() ? spaced.substring(0, 1).toLowerCase(Locale.ROOT) + spaced.substring(1) : spaced;
    }

    /** A word or words put in somewhere in the middle. */
    private String insert(String sentence, String words) {
        List<Word> all = Words.of(sentence);
        int at = all.get(3 + random.nextInt(all.size() - 6)).span().start();
        int space = sentence.lastIndexOf(' ', at);
        return sentence.substring(0, space) + " " + words + sentence.substring(space);
    }

    /** The sentence without one of its negations, numbers or names. */
    private Optional<String> without(String sentence) {
        List<Word> heavy = Words.of(sentence).stream()
                .skip(2)
                .limit(Words.of(sentence).size() - 4L)
                .filter(word -> Weight.of(word).isPresent())
                .toList();
        if (heavy.isEmpty()) {
            return Optional.empty();
        }
        Span gone = heavy.get(random.nextInt(heavy.size())).span();
        return Optional.of(sentence.substring(0, gone.start()) + sentence.substring(gone.end()));
    }

    private static String cut(Match match, Span span) {
        return span.shifted(-match.sentence().passage().start())
                .in(match.sentence().passage().text());
    }

    private static List<String> folded(String text) {
        return Words.of(text).stream().map(Word::folded).toList();
    }

    private List<Article> articles() throws IOException {
        List<Article> articles = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("index-data/articles"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file)
                        .replaceFirst("(?s)^---.*?\\n---\\n", "")
                        .strip();
                articles.add(Fixture.article(file.toString(), file.getFileName().toString(), null, text));
                for (Span paragraph : Passages.paragraphs(text)) {
                    Sentences.of(text, paragraph).stream()
                            .map(span -> span.in(text))
                            .filter(sentence -> Words.of(sentence).size() >= LONG_ENOUGH && !sentence.contains("["))
                            .forEach(sentences::add);
                }
            }
        }
        return articles;
    }
}
