package sourcebook.text.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which words of a paragraph stand in quotation marks, and which sentences one quotation runs through. Curly and
 * straight, double and single marks; a straight mark that is never closed is no mark. Immutable.
 */
final class Quotations {
    /** Stands in place of what is quoted: neither a letter nor a mark. */
    private static final char QUOTED = '·';

    private static final char NONE = 0;

    private final List<String> sentences;
    private final List<String> unquoted = new ArrayList<>();
    private final List<Boolean> runsOn = new ArrayList<>();

    Quotations(List<String> sentences) {
        this.sentences = List.copyOf(sentences);
        char opener = NONE;
        for (int i = 0; i < sentences.size(); i++) {
            opener = mask(sentences.get(i), closedLater(opener, i) ? opener : NONE);
            opener = closedLater(opener, i + 1) ? opener : NONE;
            runsOn.add(opener != NONE);
        }
    }

    /** The sentence at the place, its quoted words blotted out, its length kept. */
    String unquoted(int at) {
        return unquoted.get(at);
    }

    /** The speakers stated, and theirs too for the sentences through which their quotations run. */
    List<Optional<Speaker>> spread(List<Optional<Speaker>> stated) {
        List<Optional<Speaker>> spread = new ArrayList<>(stated);
        for (int start = 0, end; start < stated.size(); start = end + 1) {
            end = start;
            while (runsOn.get(end) && end + 1 < stated.size()) {
                end++;
            }
            shareAlone(spread, start, end);
        }
        IntStream.range(1, stated.size()).forEach(at -> continueFrom(spread, at));
        return List.copyOf(spread);
    }

    private static void shareAlone(List<Optional<Speaker>> speakers, int start, int end) {
        List<Speaker> distinct = speakers.subList(start, end + 1).stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (distinct.size() == 1) {
            IntStream.rangeClosed(start, end).forEach(at -> speakers.set(at, Optional.of(distinct.getFirst())));
        }
    }

    /** A sentence that is a quotation from end to end, right after another quotation, goes on with it. */
    private void continueFrom(List<Optional<Speaker>> speakers, int at) {
        boolean quotedBefore = unquoted.get(at - 1).indexOf(QUOTED) >= 0;
        if (speakers.get(at).isEmpty() && allQuoted(at) && quotedBefore) {
            speakers.set(at, speakers.get(at - 1));
        }
    }

    private boolean allQuoted(int at) {
        String left = unquoted.get(at);
        return left.indexOf(QUOTED) >= 0 && left.chars().noneMatch(Character::isLetter);
    }

    private boolean closedLater(char opener, int from) {
        return opener != NONE
                && (opener == '“' && from < sentences.size()
                        || sentences.stream().skip(from).anyMatch(sentence -> hasEnd(sentence, opener)));
    }

    private static boolean hasEnd(String sentence, char opener) {
        return IntStream.range(0, sentence.length()).anyMatch(at -> closes(sentence, at, opener));
    }

    private char mask(String sentence, char openedBefore) {
        StringBuilder masked = new StringBuilder(sentence);
        char opener = openedBefore;
        for (int at = 0; at < sentence.length(); at++) {
            if (opener == NONE) {
                opener = opens(sentence, at) ? sentence.charAt(at) : NONE;
            } else if (closes(sentence, at, opener)) {
                opener = NONE;
            } else if (Character.isLetterOrDigit(sentence.charAt(at))) {
                masked.setCharAt(at, QUOTED);
            }
        }
        unquoted.add(masked.toString());
        return opener;
    }

    private static boolean opens(String sentence, int at) {
        char mark = sentence.charAt(at);
        boolean starts = at == 0 || !Character.isLetterOrDigit(sentence.charAt(at - 1));
        boolean wordFollows = at + 1 < sentence.length() && Character.isLetterOrDigit(sentence.charAt(at + 1));
        return mark == '“' || starts && wordFollows && (mark == '"' || mark == '‘' || mark == '\'');
    }

    private static boolean closes(String sentence, int at, char opener) {
        char mark = sentence.charAt(at);
        boolean wordEnds = at + 1 == sentence.length() || !Character.isLetterOrDigit(sentence.charAt(at + 1));
        return switch (opener) {
            case '“' -> mark == '”' || mark == '"';
            case '"' -> mark == '"';
            case '‘' -> mark == '’' && wordEnds && afterPause(sentence, at);
            default -> mark == opener && wordEnds && afterPause(sentence, at);
        };
    }

    /** A single mark behind a letter is more likely an apostrophe than an end. */
    private static boolean afterPause(String sentence, int at) {
        return at > 0 && ",.?!…".indexOf(sentence.charAt(at - 1)) >= 0;
    }
}
