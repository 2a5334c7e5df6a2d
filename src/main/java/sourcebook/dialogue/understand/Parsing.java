package sourcebook.dialogue.understand;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.dialogue.understand.Command.Contracts;
import sourcebook.dialogue.understand.Command.Expiring;
import sourcebook.dialogue.understand.Command.Help;
import sourcebook.dialogue.understand.Command.Said;
import sourcebook.dialogue.understand.Command.Source;
import sourcebook.dialogue.understand.Command.Verify;
import sourcebook.question.Saying;

/** The forms of the commands. */
final class Parsing {
    private static final Pattern HELPING = Pattern.compile(
            "(?i)(?:help|hlep|halp|hepl|\\?)(?: (?:me|please))?[\\s!?.:]*|(?:help|how (?:do|can) i use (?:this|you)|what can you do)(?: (?:with )?\\w+)?[\\s!?.]*");
    private static final Pattern SAYING = Pattern.compile(
            "(?i)said[\\s:]+(?:by )?(?<who>.+?)(?:\\s+(?:about|on|regarding|concerning)\\s+(?<topic>.+))?",
            Pattern.DOTALL);
    private static final Pattern VERIFYING = Pattern.compile(
            "(?i)(?:verify|verfy|verifiy|veriffy|check quote|fact[ -]?check)\\b[\\s:,]*(?<text>.*)", Pattern.DOTALL);
    private static final Pattern SOURCING = Pattern.compile(
            "(?i)(?:(?:show|list|what are|what is) (?:me )?(?:the |your )?)?sources?(?: of (?:that|this|it))?[\\s?!.:]*");
    private static final Pattern LISTING = Pattern.compile(
            "(?i)(?:(?:show|list) (?:me )?(?:all |the )*)?(?:contracts|contratcs|contrats)(?:[\\s:]+(?:with|of|for|by|held by|from)?\\s*(?<about>\\S+(?:\\s+\\S+){0,5}?))?[\\s!.:]*");
    private static final Pattern EXPIRING = Pattern.compile(
            "(?i)(?:(?:show|list) (?:me )?)?(?:expiring|expire|expires|expirng)(?: contracts)?(?:[\\s:]+(?:in|within|by|before|for|of)?\\s*(?<within>\\S+(?:\\s+\\S+){0,6}?))?[\\s?!.:]*");

    /** Where there is one, quotation marks are of its value. */
    private static final Pattern FILTER = Pattern.compile("\\b\\w+:\\S");

    /** Questions are put with these; what begins with one is none of the lists. */
    private static final List<String> ASKING =
            List.of("who", "what", "which", "that", "were", "are", "is", "was", "which", "how");

    static final List<Parser> COMMANDS = List.of(
            text -> text.isEmpty() || HELPING.matcher(text).matches() ? Optional.of(new Help()) : Optional.empty(),
            Parsing::said,
            text -> matched(VERIFYING, text)
                    .map(match -> new Verify(match.group("text").strip())),
            text -> matched(SOURCING, text).map(match -> new Source()),
            text -> matched(LISTING, text)
                    .flatMap(match -> rest(match, "about"))
                    .map(Contracts::new),
            text -> matched(EXPIRING, text)
                    .flatMap(match -> rest(match, "within"))
                    .map(Expiring::new));

    private Parsing() {}

    interface Parser {
        Optional<? extends Command> parse(String text);
    }

    private static Optional<Command> said(String text) {
        return matched(SAYING, text).map(match -> {
            String topic = match.group("topic");
            return new Said(new Saying(bare(match.group("who")), topic == null ? "" : bare(topic)));
        });
    }

    private static Optional<Matcher> matched(Pattern form, String text) {
        Matcher matcher = form.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    /** What a list is to be about; empty if it reads like a question after all. */
    private static Optional<String> rest(Matcher match, String group) {
        String typed = match.group(group) == null ? "" : match.group(group);
        String rest = FILTER.matcher(typed).find() ? typed.strip() : bare(typed);
        String first = rest.toLowerCase(Locale.ROOT).split("\\s", 2)[0];
        return ASKING.contains(first) ? Optional.empty() : Optional.of(rest);
    }

    private static String bare(String words) {
        String bare = words.strip().replaceAll("^[\"“”'‘’]+|[\\s\"“”?!.,:;]+$", "");
        return bare.isEmpty() ? words.strip() : bare;
    }
}
