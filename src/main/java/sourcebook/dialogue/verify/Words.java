package sourcebook.dialogue.verify;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.model.Span;

/**
 * The words of a text for comparing: in lower case, without punctuation, quotation marks, dashes and spaces. Signs of
 * currency and percentage and the minus before a number are words of their own, for they count.
 */
final class Words {
    /** What shows as nothing and may stand in the middle of a word. */
    private static final String UNSEEN = "\\u00ad\\u200b-\\u200d\\u2060\\ufeff";

    private static final Pattern WORD =
            Pattern.compile("\\p{N}+(?:[.,]\\p{N}+)*[\\p{L}\\p{M}]*|[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N}" + UNSEEN
                    + "]*(?:['’ʼ][\\p{L}\\p{M}]+)*|[£$€¥%‰]|(?<=^|[\\s(£$€¥])[-−–](?=[£$€¥]?\\p{N})");

    private static final Pattern IN_NUMBER = Pattern.compile("(?<=\\p{N}),(?=\\p{N})");
    private static final Pattern SENTENCE_END =
            Pattern.compile(".*[.!?:…]['\"’”)\\]]*\\s+['\"‘“(\\[]*$", Pattern.DOTALL);
    private static final int LOOK_BACK = 8;

    private Words() {}

    /**
     * A word.
     *
     * @param folded as it is compared
     * @param span where it stands in its text
     * @param capital whether it begins with a capital
     * @param opening whether it is the first of its text or of a sentence, where a capital says nothing
     */
    record Word(String folded, Span span, boolean capital, boolean opening) {}

    static List<Word> of(String text) {
        return WORD.matcher(text)
                .results()
                .map(match -> word(text, match.start(), match.end()))
                .toList();
    }

    private static Word word(String text, int start, int end) {
        String written = text.substring(start, end);
        return new Word(
                folded(written),
                new Span(start, end),
                Character.isUpperCase(written.codePointAt(0)),
                opens(text, start));
    }

    private static String folded(String written) {
        String normal = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("[" + UNSEEN + "]", "")
                .replace('’', '\'')
                .replace('ʼ', '\'')
                .replace('−', '-')
                .replace('–', '-');
        return IN_NUMBER.matcher(normal).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static boolean opens(String text, int start) {
        String before = text.substring(Math.max(0, start - LOOK_BACK), start);
        Matcher end = SENTENCE_END.matcher(before);
        return before.chars().noneMatch(Character::isLetterOrDigit) || end.matches();
    }
}
