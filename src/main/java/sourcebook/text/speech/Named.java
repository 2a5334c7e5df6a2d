package sourcebook.text.speech;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A name that a paragraph has given, with the office or organisation beside it.
 *
 * @param speaker the name as a speaker
 * @param kind what the name can be
 */
record Named(Speaker speaker, Kind kind) {
    enum Kind {
        PERSON,
        BODY,
        UNKNOWN
    }

    private static final Pattern BODY =
            Pattern.compile("\\b(?:Academy|Agency|Airports?|Alliance|Army|Assembly|Assessment|"
                    + "Association|Associates|Authority|Bank|Board|Borough|Bureau|Cabinet|Campaign|Centre|Charity|City|Club|"
                    + "College|Commission|Committee|Commons|Communications|Companies|Company|Confederation|Congress|"
                    + "Connected|Construction|Consulting|Corporation|Council|County|Court|Department|Direct|District|Division|"
                    + "East|England|Executive|Facilities|Federation|Force|Forensics?|Forum|Foundation|Government|Group|Guardian|"
                    + "Holdings|Home|Hospitals?|House|Inspectorate|Institute|International|Justice|Kingdom|Labour|Limited|LLP|Ltd|"
                    + "Management|Midlands|Ministry|Museum|National|Navy|Network|News|NHS|North|Observatory|Office|"
                    + "Organisation|Parliament|Partners|Partnership|Party|Plc|plc|Police|Post|Prison|Probation|Programme|"
                    + "Property|Revenue|Royal|School|Scotland|Securities|Service|Services|Society|Solutions|South|States|Street|"
                    + "Support|Systems|Technologies|Technology|Times|Tribunal|Trust|Union|United|University|Unit|Ventures|"
                    + "Wales|Water|West|Works|&)(?=$|[\\s,.'’])|&");
    /** Words of bodies that are surnames behind a given name: "Jane West". */
    private static final Pattern SURNAME_TOO =
            Pattern.compile("(?<=\\s)(?:Bank|Court|East|England|House|North|Post|South|Street|Wales|Water|West)$");

    private static final Pattern JOINT = Pattern.compile("\\s(?:and|of|for|at|on|in)\\s(?:the\\s)?");
    private static final Pattern OFFICE_FIRST =
            Pattern.compile("^(?:(?:\\p{Lu}[\\p{L}&-]+|and|for|of)\\s){0,4}(?:Secretary|Minister|"
                    + "Chancellor|Mayor|President|Chair|Chairman|Commissioner|Leader|Director)\\s(?="
                    + SpeechPatterns.WORD
                    + "\\s" + SpeechPatterns.WORD + ")");
    /** "Unite's Jane Hill". */
    private static final Pattern OWNER_FIRST = Pattern.compile(
            "^(?<role>.+?)(?:['’]s|(?<=s)['’])\\s(?<person>(?:(?!(?:and|of|for|at|in|on)\\b)\\S+\\s){1,2}\\S+)$");

    private static final Pattern PERSON_OF = Pattern.compile(
            "^(?<person>(?!(?:Lord|Lady|Baroness|Baron)\\s\\S+\\s(?:of|for|at))\\S+(?:\\s(?!and\\b)\\S+){1,3}?)\\s(?:of|for|at|in)\\s(?<role>(?:the\\s)?(?!.*\\sand\\s\\S+\\s\\S+$).+)$");
    private static final Pattern NO_ROLE = Pattern.compile(
            "^(?:who|which|whose|where|when|while|in|on|at|by|after|before|during|for|with|from|as|asked|"
                    + "pressed|told|interviewed|questioned|however|though|too|meanwhile|\\p{Ll}+ing|\\p{Ll}+ed)\\b.*");
    private static final Pattern TITLED = Pattern.compile("^" + SpeechPatterns.TITLE_WORD + "\\b.*");
    private static final Pattern OFFICE = Pattern.compile("\\b" + SpeechPatterns.OFFICE + "\\b");

    /** The name of a match, whole: two persons joined by "and" are one speaker here. */
    static Named of(MatchResult match, String sentence) {
        String name = match.group("subject");
        String beside = asRole(match.group("aside"));
        String role = beside == null ? asRole(match.group("front")) : beside;
        String shown = beside == null ? name : sentence.substring(match.start("subject"), match.end("aside"));
        Matcher office = OFFICE_FIRST.matcher(name);
        if (office.find()) {
            return of(
                    name.substring(office.end()), role == null ? office.group().strip() : role, shown);
        }
        Matcher ofBody = OWNER_FIRST.matcher(name);
        if (ofBody.matches() && isPlain(ofBody.group("person"))) {
            return of(ofBody.group("person"), role == null ? ofBody.group("role") : role, shown);
        }
        Matcher personOf = PERSON_OF.matcher(name);
        if (personOf.matches() && isPlain(personOf.group("person"))) {
            return of(personOf.group("person"), role == null ? personOf.group("role") : role, shown);
        }
        return of(name, role, shown);
    }

    /** Each name of a match by itself: what a pronoun or a surname may stand for. */
    static Stream<Named> eachOf(MatchResult match, String sentence) {
        Named whole = of(match, sentence);
        return isOne(whole)
                ? Stream.of(whole)
                : JOINT.splitAsStream(whole.speaker.name())
                        .filter(part -> part.contains(" "))
                        .map(part -> of(part, null, part));
    }

    /** "Police and Crime Commissioner" is one; "Jane Hill and Tom Reed", "Leeds Council and York Council" are two. */
    private static boolean isOne(Named named) {
        List<String> parts = JOINT.splitAsStream(named.speaker.name())
                .filter(part -> part.contains(" "))
                .toList();
        String first = JOINT.split(named.speaker.name())[0];
        boolean firstIsWhole = first.contains(" ")
                && (isPlain(first) || BODY.matcher(lastWord(first)).matches());
        return named.speaker.name().equals(first)
                || named.kind == Kind.BODY
                        && !(firstIsWhole && parts.size() > 1)
                        && parts.stream().allMatch(part -> Gender.of(part) == Gender.UNKNOWN);
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static Named of(String name, @Nullable String role, String shown) {
        return new Named(new Speaker(name, role, shown), kind(name, role));
    }

    private static Kind kind(String name, @Nullable String role) {
        boolean office = role != null && OFFICE.matcher(role).find();
        if (TITLED.matcher(name).matches() || office && isPlain(name)) {
            return Kind.PERSON;
        }
        if (!isPlain(name)) {
            return Kind.BODY;
        }
        return Gender.of(name) == Gender.UNKNOWN ? Kind.UNKNOWN : Kind.PERSON;
    }

    private static @Nullable String asRole(@Nullable String beside) {
        return beside == null || NO_ROLE.matcher(beside).matches()
                ? null
                : beside.strip().replaceFirst("^of\\s", "");
    }

    private static boolean isPlain(String name) {
        String untitled = untitled(name);
        String told = Gender.of(name) == Gender.UNKNOWN
                ? name
                : SURNAME_TOO.matcher(untitled).replaceFirst("");
        return !BODY.matcher(told).find()
                && !OFFICE.matcher(untitled.toLowerCase(Locale.ROOT)).find();
    }

    boolean isBody() {
        return kind == Kind.BODY;
    }

    /** The name without its title. */
    String bare() {
        return untitled(speaker.name());
    }

    String surname() {
        return lastWord(speaker.name());
    }

    static String untitled(String name) {
        return name.replaceFirst("^" + SpeechPatterns.TITLE_WORD + "\\.?\\s", "");
    }
}
