package sourcebook.dialogue.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import sourcebook.dialogue.Verification.Joined;
import sourcebook.dialogue.Verification.Match;
import sourcebook.dialogue.verify.Words.Word;
import sourcebook.model.Span;
import sourcebook.text.Typography;

/** What is to be known besides of words that stand in a source. */
final class Notices {
    /** A mark may be left out or put at the end, where the quotation and not the source ends. */
    private static final Pattern ENDS = Pattern.compile("^[\\p{P}\\s]+|[\\p{P}\\s]+$");

    private static final Pattern IGNORED = Pattern.compile("[\\s\"'-]+");

    private Notices() {}

    static List<String> of(String claim, Match match) {
        List<String> notices = new ArrayList<>();
        String part = match.part()
                .shifted(-match.sentence().passage().start())
                .in(match.sentence().passage().text());
        String claimed = bare(claim);
        String stated = bare(part);
        if (claimed.equalsIgnoreCase(stated)) {
            String rest = claimed.isEmpty() ? "" : claimed.substring(1);
            if (!rest.equals(stated.isEmpty() ? "" : stated.substring(1))) {
                notices.add("The capitals differ from the source's.");
            }
        } else {
            notices.add("The punctuation differs from the source's.");
        }
        if (negatedAround(match)) {
            notices.add("The sentence around these words has a negation that they leave out.");
        }
        return notices;
    }

    static List<String> joined(Joined joined) {
        List<String> notices = new ArrayList<>();
        long articles = joined.fragments().stream()
                .map(fragment -> fragment.sentence().citation().article())
                .distinct()
                .count();
        if (articles > 1) {
            notices.add("The parts are from " + articles + " different articles.");
        } else if (!ordered(joined.fragments())) {
            notices.add("The parts stand in another order in the source.");
        }
        return notices;
    }

    static String unstated(String named) {
        return "The source does not say who said this, so it does not confirm that " + named + " did.";
    }

    private static boolean ordered(List<Match> fragments) {
        for (int i = 1; i < fragments.size(); i++) {
            if (fragments.get(i).part().start() < fragments.get(i - 1).part().start()) {
                return false;
            }
        }
        return true;
    }

    private static boolean negatedAround(Match match) {
        Span sentence = match.sentence().span();
        Span part = match.part().shifted(-sentence.start());
        return Words.of(match.sentence().text()).stream()
                .filter(word -> !part.overlaps(word.span()))
                .anyMatch((Word word) -> Weight.isNegation(word));
    }

    private static String bare(String words) {
        String plain = IGNORED.matcher(Typography.plain(words)).replaceAll(" ");
        return ENDS.matcher(plain).replaceAll("");
    }
}
