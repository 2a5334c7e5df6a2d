package sourcebook.evaluate;

import java.util.Locale;
import java.util.regex.Pattern;
import sourcebook.model.Quote;
import sourcebook.model.Span;

/**
 * Says whether a quote answers: it stands in a relevant article, is no page (500 characters, or twice the right answer),
 * and overlaps the right words, or holds or equals a right sentence. Where a set states neither, the article decides.
 */
public final class Judge {
    private static final int PAGE = 500;
    private static final int PART = 20;
    private static final Pattern SPACE = Pattern.compile("(?U)[\\s\\x1c-\\x1f]+");

    private Judge() {}

    /** Whether the quote answers the question. */
    public static boolean right(Quote quote, QuestionSet.Question question) {
        Span span = quote.span();
        if (!question.answerable() || span.length() > Math.max(PAGE, 2 * question.longest())) {
            return false;
        }
        if (!question.relevant().isEmpty()
                && !question.relevant().contains(quote.citation().article())) {
            return false;
        }
        if (!question.spans().isEmpty()) {
            return question.spans().stream()
                    .anyMatch(
                            place -> place.article().equals(quote.citation().article()) && span.overlaps(place.span()));
        }
        return question.sentences().isEmpty() || sentence(folded(quote.text()), question);
    }

    private static boolean sentence(String words, QuestionSet.Question question) {
        return question.sentences().stream()
                .map(Judge::folded)
                .anyMatch(right -> words.contains(right) || words.length() > PART && right.contains(words));
    }

    /** Without the differences that do not matter: spaces of any kind and number, capitals in any alphabet. */
    private static String folded(String text) {
        String spaced = SPACE.matcher(text).replaceAll(" ").strip();
        return spaced.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
    }
}
