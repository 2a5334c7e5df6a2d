package sourcebook.embed;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Splits text into the word pieces that BERT models know (Devlin et al., 2019): lower case, accents off, punctuation and
 * Chinese characters apart, then the longest known piece first. Immutable; safe for many threads.
 */
final class WordPiece {
    private static final int MAX_WORD = 100;
    private static final String CONTINUED = "##";

    private final Map<String, Integer> vocabulary;
    private final int start;
    private final int end;
    private final int unknown;

    /** With a vocabulary of pieces and their numbers; it must hold BERT's special pieces. */
    WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.start = special("[CLS]");
        this.end = special("[SEP]");
        this.unknown = special("[UNK]");
    }

    /** Whether the text is one piece. */
    boolean knows(String text) {
        return vocabulary.containsKey(text);
    }

    /** The numbers of the pieces between the start and the end mark, at most {@code max} in all. */
    long[] ids(String text, int max) {
        List<Integer> ids = new ArrayList<>();
        ids.add(start);
        for (String word : words(text)) {
            if (ids.size() >= max - 1) {
                break;
            }
            pieces(word, ids);
        }
        List<Integer> kept = ids.subList(0, Math.min(ids.size(), max - 1));
        long[] numbers = new long[kept.size() + 1];
        for (int i = 0; i < kept.size(); i++) {
            numbers[i] = kept.get(i);
        }
        numbers[kept.size()] = end;
        return numbers;
    }

    private void pieces(String word, List<Integer> ids) {
        int first = ids.size();
        int from = 0;
        while (from < word.length()) {
            int to = longestPiece(word, from);
            if (to == from || word.length() > MAX_WORD) {
                ids.subList(first, ids.size()).clear();
                ids.add(unknown);
                return;
            }
            ids.add(vocabulary.getOrDefault(piece(word, from, to), unknown));
            from = to;
        }
    }

    private int longestPiece(String word, int from) {
        int to = word.length();
        while (to > from && !vocabulary.containsKey(piece(word, from, to))) {
            to--;
        }
        return to;
    }

    private static String piece(String word, int from, int to) {
        return from == 0 ? word.substring(0, to) : CONTINUED + word.substring(from, to);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        folded(text).codePoints().forEach(c -> {
            if (space(c)) {
                flush(word, words);
            } else if (alone(c)) {
                flush(word, words);
                words.add(Character.toString(c));
            } else if (!dropped(c)) {
                word.appendCodePoint(c);
            }
        });
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static String folded(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    }

    private static boolean space(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static boolean dropped(int c) {
        return c == 0
                || c == 0xfffd
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.CONTROL,
                            Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED -> true;
                    default -> false;
                };
    }

    private static boolean alone(int c) {
        boolean asciiSymbol = c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
        return asciiSymbol
                || Character.isIdeographic(c)
                || switch (Character.getType(c)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    private int special(String piece) {
        Integer number = vocabulary.get(piece);
        if (number == null) {
            throw new IllegalArgumentException("the vocabulary lacks " + piece);
        }
        return number;
    }
}
