package sourcebook.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Articles of invented words that are as common and as rare as words are (Zipf's law), for where there are no real ones. */
final class Zipf {
    private static final int VOCABULARY = 40_000;

    /** The commonest words are left out: they would be stop words. */
    private static final int SHIFT = 30;

    private static final int PASSAGES_OF_ONE_ARTICLE = 40;
    private static final int SENTENCES = 5;
    private static final int SHORTEST_SENTENCE = 12;
    private static final int RARE = 4;
    private static final int COMMON = 2;
    private static final int QUESTIONS = 1_500;

    private static final double[] UP_TO = upTo();
    private static final String[] WORDS =
            IntStream.range(0, VOCABULARY).mapToObj(Invented::word).toArray(String[]::new);

    private final Random random;
    private final List<String> sentences = new ArrayList<>();

    private Zipf(long seed) {
        random = new Random(seed);
    }

    private static double[] upTo() {
        double[] upTo = new double[VOCABULARY];
        double sum = 0;
        for (int rank = 0; rank < VOCABULARY; rank++) {
            sum += 1.0 / (rank + SHIFT);
            upTo[rank] = sum;
        }
        return upTo;
    }

    static Material of(int passages, long seed) {
        Zipf zipf = new Zipf(seed);
        List<Material.Text> articles = new ArrayList<>();
        for (int i = 0; i < Math.ceilDiv(passages, PASSAGES_OF_ONE_ARTICLE); i++) {
            articles.add(new Material.Text("zipf-" + i, Invented.name(-i - 1L), zipf.article()));
        }
        Collections.shuffle(zipf.sentences, zipf.random);
        return new Material(
                articles,
                zipf.sentences.stream().limit(QUESTIONS).map(zipf::asked).toList(),
                articles.stream().map(Material.Text::title).toList());
    }

    private String article() {
        return IntStream.range(0, PASSAGES_OF_ONE_ARTICLE)
                .mapToObj(i -> paragraph())
                .collect(Collectors.joining("\n\n"));
    }

    private String paragraph() {
        List<String> paragraph =
                IntStream.range(0, SENTENCES).mapToObj(i -> sentence(random)).toList();
        sentences.add(paragraph.get(random.nextInt(SENTENCES)));
        return String.join(" ", paragraph);
    }

    /** A sentence of invented words. */
    static String sentence(Random random) {
        int words = SHORTEST_SENTENCE + random.nextInt(SHORTEST_SENTENCE);
        String sentence =
                IntStream.range(0, words).mapToObj(i -> WORDS[rank(random)]).collect(Collectors.joining(" "));
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".";
    }

    private static int rank(Random random) {
        int at = Arrays.binarySearch(UP_TO, random.nextDouble() * UP_TO[VOCABULARY - 1]);
        return Math.min(at < 0 ? -at - 1 : at, VOCABULARY - 1);
    }

    /** Asks with words of the sentence, and with common ones beside them. */
    private Material.Asked asked(String sentence) {
        List<String> words = new ArrayList<>(
                List.of(sentence.toLowerCase(Locale.ROOT).replace(".", "").split(" ")));
        Collections.shuffle(words, random);
        String common = IntStream.range(0, COMMON)
                .mapToObj(i -> Invented.word(random.nextInt(SHIFT)))
                .collect(Collectors.joining(" "));
        String rare = String.join(" ", words.subList(0, SHORTEST_SENTENCE - RARE));
        return new Material.Asked("What of " + rare + " and " + common + "?", sentence);
    }
}
