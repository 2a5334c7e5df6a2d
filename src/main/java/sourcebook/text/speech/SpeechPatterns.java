package sourcebook.text.speech;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The forms in which a sentence says who speaks. Each has the group {@code subject}, and may have {@code front} (an
 * office before the name) and {@code aside} (what stands between commas behind it).
 */
final class SpeechPatterns {
    static final String TITLE_WORD =
            "(?:Sir|Dame|Lord|Lady|Baroness|Baron|Dr|Mr|Mrs|Ms|Miss|Professor|Prof|Cllr|Councillor|Judge)";
    private static final String TITLE = "(?:" + TITLE_WORD + "\\.?\\s)?";
    static final String WORD = "\\p{Lu}[\\p{L}\\d'’&-]++";
    private static final String INITIALS = "\\p{Lu}\\.\\s?(?:\\p{Lu}\\.\\s?){0,2}";
    private static final String PARTICLES = "(?:(?:van|von|de|der|den|du|la|le|al|bin|ap|ter|ten)\\s){1,2}";
    private static final String MORE = "\\s\\p{Lu}\\.|\\s\\p{Lu}(?=\\s)|\\s(?:&\\s|" + PARTICLES + ")?" + WORD;

    /** A department whose name is a list: "Department for Work, Skills and Regions". */
    private static final String LISTED =
            "(?:Department|Ministry|Secretary of State|Minister)\\s(?:for|of)\\s(?:the\\s)?"
                    + WORD + "(?:\\s" + WORD + ")*(?:,\\s" + WORD + "(?:\\s" + WORD + ")*){1,3},?\\sand\\s" + WORD
                    + "(?:\\s"
                    + WORD + ")*";

    private static final String NAME = "(?:" + LISTED + "|" + TITLE + "(?:" + INITIALS + ")?" + WORD + "(?:" + MORE
            + "|\\s(?:of|for|and|at|on|in)(?:\\sthe)?\\s(?:" + INITIALS + ")?" + WORD + "){0,9})";

    /** Words that begin a clause or date it and so are no part of a name. */
    static final String NOT_A_NAME = "(?!(?:The|A|An|In|On|At|By|For|From|With|Of|To|When|While|After|Before|"
            + "But|And|Or|As|If|So|Then|Now|It|Its|His|Her|Their|Our|My|Your|I|He|She|They|We|You|This|That|These|"
            + "Those|There|Both|Either|Neither|Each|All|Some|Many|Most|Several|Few|One|Two|Three|Another|Other|Others|"
            + "No|Not|Nobody|Nothing|Under|Since|Until|Once|Because|Although|Though|Unless|Whether|Where|However|Also|"
            + "Only|Even|According|What|Who|Whom|Whose|Why|How|Which|Last|Next|Later|Earlier|Yesterday|Today|During|"
            + "Had|Has|Have|Having|Was|Were|Is|Are|Did|Does|Do|Would|Should|Could|Can|May|Might|Will|Asked|Pressed|"
            + "Told|Despite|Among|Between|Within|Without|Like|Unlike|Over|Through|"
            + "January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|"
            + "Wednesday|Thursday|Friday|Saturday|Sunday|Data|Figures|Documents|Papers|Minutes|Accounts|Records|"
            + "\\p{L}+ing(?=\\s(?:of|for|at|on|in|to)\\b))\\b)";

    static final String OFFICE =
            "(?:chief\\s(?:\\p{Ll}+\\s)?(?:executive|officer|constable|inspector)|executive|chair(?:man|woman|person)?"
                    + "|leader|director|head|minister|secretary|commissioner|mayor|president|manager|officer|"
                    + "spokes(?:man|woman|person)|partner|founder|owner|boss|professor|lecturer|economist|lawyer|solicitor|"
                    + "barrister|judge|auditor|inspector|councillor|adviser|consultant|analyst|organiser|official|convenor|"
                    + "steward|treasurer|member|author|resident|editor|fellow|researcher|governor|controller|trustee|"
                    + "constable|chancellor|expert|critic|campaigner|negotiator|colleague|predecessor|successor)";

    private static final String CAPITAL_OFFICE =
            "(?:Secretary|Minister|Chancellor|Mayor|Chief\\sExecutive|President|Chairman|Chair|Commissioner|Leader)";

    private static final String ARTICLE = "(?:the|an?|its|their|his|her|this|that)\\s";
    private static final String PLAIN_WORD = "(?!(?:of|for|to|by|with|from|that|who|which|and|or|as|is|was|were|in|at|"
            + "on|said|told|had|has)\\b)[\\p{L}'’&-]++\\s";
    private static final String OF_WHAT = "(?:\\s(?:of|for|at|in)\\s(?:(?!" + OFFICE
            + "s?\\b|who\\b|which\\b|whose\\b|that\\b|by\\b)" + "[^,.;:\"“”\\s]++\\s?){1,9})?";

    /** An office before a name: "the then chief executive of X, ", "Housing minister ", "The company's ". */
    private static final String FRONT =
            "(?:(?:(?i:" + ARTICLE + "))?(?<front>(?:" + PLAIN_WORD + "){0,6}?(?:" + OFFICE + "|" + CAPITAL_OFFICE
                    + "(?=,))" + OF_WHAT + ")(?:,\\s|(?<=\\s)|\\s)(?:the\\s)?|(?i:the|its)\\s\\p{Ll}+['’]s\\s)?";

    /** Anybody and anything else that may stand before a verb of speech: "the report", "its critics". */
    private static final String NOUN = "(?:(?i:" + ARTICLE
            + ")(?:[\\p{L}\\d'’&-]++\\s){0,9}?[\\p{L}\\d'’&-]++|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I)";

    private static final String SUBJECT = "(?:" + FRONT + "(?:[Tt]he\\s)?" + NOT_A_NAME + "(?<subject>" + NAME
            + ")(?:\\s\\((?<short>\\p{Lu}[\\p{L}&]{1,9})\\))?%s|(?<noun>" + NOUN + ")%s)";

    private static final String ASIDE =
            "(?:,\\s(?<aside>(?!(?:and|but|or|nor|not)\\b)(?:[^,.;:\"“”]|,(?=\\d{3})|\\.(?=\\d)){2,140}"
                    + "(?:(?:,\\s\\p{Lu}\\p{L}+){1,3},?\\sand\\s\\p{Lu}[^,.;:\"“”]{2,60})?),)?";

    /** Verbs of speech, and verbs that are so only with "that" or a quotation behind them. */
    private static final String SAID =
            "(?:(?:(?:said|says)(?!\\s(?:nothing|little|no\\smore)\\b)|told(?!\\sof\\b)|tells|argued|argues|warned|warns|"
                    + "commented|insisted|insists|complained|urged|testified|asked\\s(?=whether|why|how|if|what)|"
                    + "welcomed\\s(?=the|this|that|its|news)|described\\s(?=[^.]{2,90}\\sas\\b)|called\\s(?:for|on)|pointed\\sout|"
                    + "accused\\s(?=[^.]{2,90}\\sof\\b))(?!\\s?\\b(?:by|to\\sbe)\\b)"
                    + "|(?:added|adds|claimed|claims|wrote|writes|stated|states|explained|explains|acknowledged|admitted|"
                    + "admits|concluded|predicted|noted|notes|observed|announced|confirmed|denied|maintained|stressed|"
                    + "replied|responded|remarked|declared|conceded|recalled|promised|pledged|reported|revealed|suggested|"
                    + "alleged|asserted|countered|cautioned|emphasised|protested)"
                    + "(?=,?\\s[\"“‘]|:|(?:\\s(?:in|on|at|to|last|later|this|before|after|during)\\b[^.;:,]{0,60})?(?:\\sthat\\b|,?\\.$)))";

    private static final String ADVERB = "(?:(?:has|had|also|later|then|again|further|likewise|nevertheless|once|"
            + "(?!reportedly|allegedly|supposedly|hardly|rarely|scarcely)\\p{Ll}+ly)\\s){0,2}";
    private static final String DAY =
            "(?:(?:early|late|mid|the|this|last|that|spring|summer|autumn|winter|week|month|year|same|\\d{1,2}|"
                    + "(?:1\\d|20)\\d\\d|January|February|March|April|May|June|July|August|September|October|November|December|"
                    + "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|of|in)\\s){1,6}";
    private static final String CLAUSE_START =
            "(?:^[\"“‘(]?|^(?:In|On|Last|This|Earlier|Later|Yesterday|Today)\\s(?:" + DAY + ")?"
                    + "|^(?i:an?|one|two|three|four|\\d+|some|several)\\s(?:day|week|month|year)s?\\s(?:later|earlier|ago|on),?\\s"
                    + "|[,.?!][\"”’']\\s|[,;:]\\s(?:(?:and(?=\\sthe\\s)|but|while|as|because)\\s)?|\\b(?:but|while|because)\\s)";
    private static final String WHEN = "\\s(?:in|on|at|last|this|when|after|before|during|as|yesterday|today)\\b";

    private static final String NOUN_END = "(?=[,.;)]|$|" + WHEN + ")";

    private static final Pattern BEFORE_VERB =
            Pattern.compile(CLAUSE_START + SUBJECT.formatted(ASIDE + ",?", "") + "\\s" + ADVERB + SAID);
    private static final Pattern AFTER_VERB = Pattern.compile(
            "(?:[\"”’',]\\s(?:said|says|added|argued|argues|warned|wrote|explained|insisted|concluded|claimed|noted)|[\"”’']\\s(?:admitted|commented|replied|"
                    + "recalled|complained|observed|remarked|declared|conceded|responded|told))\\s"
                    + SUBJECT.formatted(
                            "(?:,\\s(?<aside>[^,.;:\"“”]{3,110})(?=[,.;]|$)|(?=[,.;]|$|" + WHEN + "))", NOUN_END));
    /** First in a sentence: behind the comma stands what was said, not a role. */
    private static final Pattern ACCORDING_FIRST =
            Pattern.compile("^According to " + SUBJECT.formatted("(?<aside>)?(?=,)", "(?=,)"));

    private static final Pattern ACCORDING = Pattern.compile("\\baccording to "
            + SUBJECT.formatted(
                    "(?:,\\s(?<aside>(?!(?:who|which|whose|and|but)\\b)[^,.;:\"“”]{3,110})(?=[,.]|$)" + "|(?=[,.;)]|$|"
                            + WHEN + "))",
                    NOUN_END));

    static final List<Pattern> ALL = List.of(BEFORE_VERB, AFTER_VERB, ACCORDING_FIRST, ACCORDING);

    /** Any name, with the office or organisation beside it. */
    static final Pattern NAMED = Pattern.compile("(?<![\\p{L}\\d'’&-])" + FRONT + NOT_A_NAME + "(?<subject>" + NAME
            + ")(?:\\s\\((?<short>\\p{Lu}[\\p{L}&]{1,9})\\))?(?:,\\s(?<aside>(?!(?:and|but|or|nor|not)\\b)"
            + "[^,.;:\"“”]{2,110})(?=[,.]))?");

    /** A holder of an office who is not named there: "the chair", but not ", the chair" or "became the chair". */
    static final Pattern UNNAMED =
            Pattern.compile("(?<!,\\s)(?<!\\b(?:was|is|as|be|been|being|became|becoming)\\s)\\b(?i:" + ARTICLE + ")(?:"
                    + PLAIN_WORD + "){0,5}?(?:" + OFFICE + "|" + CAPITAL_OFFICE + ")\\b(?!" + OF_WHAT + ",?\\s?" + WORD
                    + "\\s" + WORD + ")");

    /** What states something without being anybody: a name whose head is one of these is not a speaker. */
    static final Pattern DOCUMENT = Pattern.compile(
            "\\b(?:Act|Acts|Agreement|Article|Bill|Brief|Briefing|Charter|Clause|Code|Contract|Contracts|Deal|"
                    + "Decision|Directive|Document|Documents|Framework|Guidance|Guide|Handbook|Index|Judgment|Law|"
                    + "Letter|Manual|Memorandum|Minutes|Note|Notice|Order|Paper|Papers|Plan|Playbook|Policy|"
                    + "Programme|Project|Protocol|Regulation|Regulations|Report|Reports|Review|Rules|Schedule|Scheme|"
                    + "Section|Specification|Standard|Standards|Statement|Strategy|Study|Survey|Treaty)"
                    + "(?=$|\\s(?:of|for|and|at|on|in)\\b)");

    private SpeechPatterns() {}
}
