package sourcebook.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds who a sentence says is speaking, by explicit patterns alone: a name of two words or more beside a verb of
 * speech or after "according to". What no pattern states stays unknown. Pure; safe for many threads.
 */
public final class Speakers {
    private static final String TITLE =
            "(?:(?:Sir|Dame|Lord|Lady|Baroness|Dr|Mr|Mrs|Ms|Professor|Cllr|Councillor)\\.?\\s)?";
    private static final String NAME =
            TITLE + "\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}\\.?|\\s(?:de|van|of|the|for|and)(?=\\s\\p{Lu}))*"
                    + "(?:\\s\\p{Lu}[\\p{L}'’-]+){1,5}";
    private static final String ROLE = "(?:,\\s(?:[^,.;:\"“”]{3,110}),)?";
    private static final String VERB = "(?:said|says|told|added|argued|warned|claimed|wrote|stated|explained|insisted|"
            + "acknowledged|admitted|commented|concluded|welcomed|called for|described|urged|predicted)";
    private static final String NOT_A_NAME =
            "(?!(?:The|A|An|In|On|At|By|For|From|When|While|After|Before|But|And|As|If|"
                    + "It|Its|This|That|These|Those|Both|Under|Since|According)\\s)";

    private static final Pattern BEFORE_VERB = Pattern.compile("(?:^|[\"”’]\\s?|\\b[Tt]he\\s|[,;]\\s)" + NOT_A_NAME
            + "(?<who>" + NAME + ROLE + ")\\s(?:has\\s|had\\s|also\\s)?" + VERB + "\\b");
    private static final Pattern AFTER_VERB =
            Pattern.compile("[\"”’,]\\s(?:said|says|added|argued|warned|wrote|explained)\\s(?<who>" + NAME
                    + "(?:,\\s[^,.;:\"“”]{3,110}(?=[,.]))?)");
    private static final Pattern ACCORDING =
            Pattern.compile("\\b[Aa]ccording to (?:the\\s)?(?<who>" + NAME + "(?:,\\s[^,.;:\"“”]{3,110}(?=,))?)");

    private Speakers() {}

    /** The speaker as the sentence names them, with the role where it stands beside the name. */
    public static Optional<String> in(String sentence) {
        return first(BEFORE_VERB, sentence)
                .or(() -> first(AFTER_VERB, sentence))
                .or(() -> first(ACCORDING, sentence));
    }

    private static Optional<String> first(Pattern pattern, String sentence) {
        Matcher matcher = pattern.matcher(sentence);
        return matcher.find() ? Optional.of(matcher.group("who").replaceFirst(",$", "")) : Optional.empty();
    }
}
