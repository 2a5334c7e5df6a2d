package sourcebook.text;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds who a sentence says is speaking, by explicit patterns alone: a name of two words or more that stands at the
 * start of a clause, beside a verb of speech, or after "according to". What no pattern states stays unknown, for a
 * wrong speaker is worse than none. Pure; safe for many threads.
 */
public final class Speakers {
    private static final String WORD = "\\p{Lu}[\\p{L}\\d'’&-]+";
    private static final String TITLE =
            "(?:(?:Sir|Dame|Lord|Lady|Baroness|Dr|Mr|Mrs|Ms|Professor|Prof|Cllr|Councillor)\\.?\\s)?";
    private static final String NAME = TITLE + WORD
            + "(?:\\s\\p{Lu}\\.|\\s\\p{Lu}(?=\\s)|\\s" + WORD
            + "|\\s(?:de|van|von|of|for|and|at|on|in)(?:\\sthe)?\\s" + WORD + "){1,9}";

    /** Words that begin a clause or date it and so are no part of a name. */
    private static final String NOT_A_NAME = "(?!(?:The|A|An|In|On|At|By|For|From|With|Of|To|When|While|After|Before|"
            + "But|And|Or|As|If|So|Then|Now|It|Its|He|She|They|We|You|This|That|These|Those|Both|Either|Neither|Each|"
            + "All|Some|Many|Most|Several|No|Not|Under|Since|Until|Once|Because|Although|Though|Where|However|Also|"
            + "Only|Even|According|What|Who|Whom|Whose|Why|How|Which|Last|Next|Later|Earlier|Yesterday|Today|"
            + "January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|"
            + "Wednesday|Thursday|Friday|Saturday|Sunday|Data|Figures|Documents|Papers|Minutes|Accounts|Records)\\b)";

    /** What states something without being anybody: a name whose head is one of these is not a speaker. */
    private static final Pattern DOCUMENT = Pattern.compile(
            "\\b(?:Act|Acts|Agreement|Article|Bill|Brief|Briefing|Charter|Clause|Code|Contract|Contracts|Deal|"
                    + "Decision|Directive|Document|Documents|Framework|Guidance|Guide|Handbook|Index|Judgment|Law|"
                    + "Letter|Manual|Memorandum|Minutes|Note|Notice|Order|Paper|Papers|Plan|Playbook|Policy|"
                    + "Programme|Project|Protocol|Regulation|Regulations|Report|Reports|Review|Rules|Schedule|Scheme|"
                    + "Section|Specification|Standard|Standards|Statement|Strategy|Study|Survey|Treaty)"
                    + "(?=$|\\s(?:of|for|and|at|on|in)\\b)");

    private static final String ROLE = "(?:(?<role>,\\s(?!(?:who|which|whose|where|when|while|and|but|or|because)\\b)"
            + "[^,.;:\"“”]{3,110})(?=,)|,\\s(?:who|which|whose)\\s[^,.;:\"“”]{3,110}(?=,))?";

    /** Verbs of speech, and verbs that are so only with "that" or a quotation behind them. */
    private static final String SAID = "(?:(?:said|says|told|argued|argues|warned|warns|commented|insisted|urged|"
            + "welcomed|described|called\\sfor)(?!\\s(?:by|to\\sbe)\\b)"
            + "|(?:added|adds|claimed|wrote|stated|states|explained|acknowledged|admitted|concluded|predicted)"
            + "(?=,?\\s[\"“‘]|:|(?:\\s(?:in|on|at|to|last|later|this|before|after|during)\\b[^.;:,]{0,60})?(?:\\sthat\\b|\\.$)))";

    private static final String CLAUSE_START =
            "(?:^[\"“‘(]?|[,.?!][\"”’]\\s|[,;:]\\s(?:(?:and(?=\\sthe\\s)|but|while|as|because)\\s)?|\\b(?:that|but|while|because)\\s)";

    private static final Pattern BEFORE_VERB = Pattern.compile(CLAUSE_START + "(?:[Tt]he\\s)?" + NOT_A_NAME + "(?<name>"
            + NAME + ")" + ROLE + ",?\\s(?:has\\s|had\\s|also\\s|later\\s|then\\s)?" + SAID + "\\b");
    private static final Pattern AFTER_VERB =
            Pattern.compile("[\"”’,]\\s(?:said|says|added|argued|warned|wrote|explained)\\s(?:the\\s)?" + NOT_A_NAME
                    + "(?<name>" + NAME + ")(?:(?<role>,\\s[^,.;:\"“”]{3,110})(?=[,.])|(?=[,.;]|$))");
    /** First in a sentence: behind the comma stands what was said, not a role. */
    private static final Pattern ACCORDING_FIRST =
            Pattern.compile("^According to (?:the\\s)?" + NOT_A_NAME + "(?<name>" + NAME + ")(?<role>)?(?=,)");

    private static final Pattern ACCORDING =
            Pattern.compile("\\baccording to (?:the\\s)?" + NOT_A_NAME + "(?<name>" + NAME + ")"
                    + "(?:(?<role>,\\s(?!(?:who|which|whose|and|but)\\b)[^,.;:\"“”]{3,110})(?=[,.])"
                    + "|(?=[,.;)]|$|\\s(?:in|on|at|last|this|when|after|before|during)\\b))");

    private Speakers() {}

    /** The speaker as the sentence names them, with the role where it stands beside the name. */
    public static Optional<String> in(String sentence) {
        return Stream.of(BEFORE_VERB, AFTER_VERB, ACCORDING_FIRST, ACCORDING)
                .flatMap(pattern -> first(pattern, sentence).stream())
                .findFirst();
    }

    private static Optional<String> first(Pattern pattern, String sentence) {
        return pattern.matcher(sentence)
                .results()
                .filter(match -> !DOCUMENT.matcher(match.group("name")).find())
                .map(match -> sentence.substring(match.start("name"), end(match)))
                .findFirst();
    }

    private static int end(MatchResult match) {
        return Math.max(match.end("name"), match.end("role"));
    }
}
