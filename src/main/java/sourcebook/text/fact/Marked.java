package sourcebook.text.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.model.Party;
import sourcebook.text.Mention;
import sourcebook.text.Names;

/**
 * A sentence in which each name of a known party is one character, so that patterns see parties whatever they are
 * called. An abbreviation behind a name, the article before it and a short apposition to it are left out; names that
 * fit several parties stay words.
 */
record Marked(String text, List<Party> parties) {
    private static final char FIRST = '\uE000';
    private static final int MOST = 40;

    /** Any party. */
    static final String PARTY = "[\uE000-\uE0FF]";

    private static final Pattern ARTICLE = Pattern.compile("\\b[Tt]he (?=" + PARTY + ")");
    private static final Pattern SHORT_FORM =
            Pattern.compile("(" + PARTY + ") \\((?:" + PARTY + "|\\p{Lu}[\\p{L}&]{1,9})\\)");
    private static final Pattern APPOSITION = Pattern.compile(
            "(" + PARTY + "), (?:the|an?|part of|owned by|which [a-z]+|then) [^,;:\uE000-\uE0FF]{2,60},");

    static Marked of(String sentence, Names names) {
        StringBuilder marked = new StringBuilder();
        List<Party> parties = new ArrayList<>();
        int from = 0;
        for (Mention mention : names.find(sentence, Names.Writing.SOURCE)) {
            if (!mention.ambiguous() && parties.size() < MOST) {
                marked.append(sentence, from, mention.span().start()).append((char) (FIRST + parties.size()));
                parties.add(mention.parties().getFirst());
                from = mention.span().end();
            }
        }
        return new Marked(tidy(marked.append(sentence.substring(from)).toString()), parties);
    }

    private static String tidy(String marked) {
        String named =
                SHORT_FORM.matcher(ARTICLE.matcher(marked).replaceAll("")).replaceAll("$1");
        return APPOSITION.matcher(named).replaceAll("$1").replace('’', '\'').replaceAll("\\s+", " ");
    }

    Party party(String mark) {
        return parties.get(mark.charAt(0) - FIRST);
    }

    /** Whether any mark stands in the text that is none of these two parties. */
    boolean isOther(char mark, Party one, Party other) {
        return isMark(mark)
                && !party(String.valueOf(mark)).equals(one)
                && !party(String.valueOf(mark)).equals(other);
    }

    private boolean isMark(char c) {
        return FIRST <= c && c < FIRST + parties.size();
    }

    /** The words between two places, with the parties' names in full. */
    String spelt(String part) {
        return Pattern.compile(PARTY)
                .matcher(part)
                .replaceAll(
                        match -> Matcher.quoteReplacement(party(match.group()).name()));
    }
}
