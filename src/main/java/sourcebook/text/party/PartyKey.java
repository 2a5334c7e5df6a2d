package sourcebook.text.party;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import sourcebook.model.Party;
import sourcebook.text.Mention;
import sourcebook.text.Names;

/**
 * The key that all spellings of one party share. Spellings are never matched by likeness: only by what
 * {@code names.csv} lists, and by rules that change nothing but the form of a name: case, "&" for "and", a company's form at
 * its end, what it trades as, and the forms that one council's name takes.
 */
public final class PartyKey {
    private static final Pattern TRADING =
            Pattern.compile("(?i)[\\s,(]+(?:t/as?|trading as|trading name of|formerly known as|formerly)\\s.*$");
    private static final Pattern APOSTROPHE = Pattern.compile("['’`]");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern FORM = Pattern.compile(
            "(?<=\\p{L}|\\p{N}) (?:ltd|limited|plc|llp|public limited company|limited liability partnership)$");

    /** Tried in order on a name in lower case; City, County and District stay, for they tell councils apart. */
    private static final Map<Pattern, String> COUNCILS = councils();

    private PartyKey() {}

    /** The key of a name as a source writes it. */
    public static String of(String name, Names listed) {
        return listed(name, listed).map(Party::key).orElseGet(() -> of(name));
    }

    /** The one party that {@code names.csv} lists under a name. */
    public static Optional<Party> listed(String name, Names names) {
        String whole = name.strip();
        for (Names.Writing writing : Names.Writing.values()) {
            List<Mention> mentions = names.find(whole, writing);
            if (mentions.size() == 1
                    && mentions.getFirst().span().length() == whole.length()
                    && !mentions.getFirst().ambiguous()) {
                return Optional.of(mentions.getFirst().parties().getFirst());
            }
        }
        return Optional.empty();
    }

    /** The key of a name that is not listed; of a name without letters or digits, the name itself. */
    public static String of(String name) {
        String bare = words(TRADING.matcher(name).replaceFirst(""));
        bare = bare.isEmpty() ? words(name) : bare;
        bare = FORM.matcher(bare).replaceFirst("");
        bare = bare.startsWith("the ") ? bare.substring(4) : bare;
        for (Map.Entry<Pattern, String> form : COUNCILS.entrySet()) {
            bare = form.getKey().matcher(bare).replaceFirst(form.getValue());
        }
        return bare.isEmpty() ? name.strip() : bare.replace(' ', '-');
    }

    /** A text's words in lower case, "&" as "and", without any marks: equal for texts that differ in nothing else. */
    public static String folded(String text) {
        return words(text);
    }

    private static String words(String name) {
        String together = APOSTROPHE.matcher(name).replaceAll("").replace("&", " and ");
        return OTHER.matcher(together).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    private static Map<Pattern, String> councils() {
        Map<Pattern, String> rules = new LinkedHashMap<>();
        rules.put(
                Pattern.compile("^(?:council of the )?(?:london |royal |metropolitan )*borough (?:council )?of (.+?)(?:"
                        + " council)?$"),
                "$1 council");
        rules.put(Pattern.compile("^(.+?) (?:london |metropolitan )?borough council$"), "$1 council");
        rules.put(Pattern.compile("^(.+?) (?:mbc|lbc)$"), "$1 council");
        rules.put(
                Pattern.compile("^(?:council of the )?city of (.+?) (?:metropolitan district )?council$"),
                "$1 city council");
        rules.put(Pattern.compile("^county council of (.+?)$"), "$1 county council");
        return rules;
    }
}
