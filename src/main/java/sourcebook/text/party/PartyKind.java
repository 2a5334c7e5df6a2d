package sourcebook.text.party;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What sort of public body a buyer is, as far as its name says so. */
public final class PartyKind {
    private static final Map<String, Pattern> KINDS = kinds();
    private static final Map<String, Pattern> ASKED = asked();

    private PartyKind() {}

    /** {@code council}, {@code police}, {@code nhs} and the like; empty where the name does not tell. */
    public static Optional<String> of(String name) {
        return first(KINDS, name);
    }

    /** The sort of buyers that a question or filter speaks of, such as "police forces". */
    public static Optional<String> asked(String words) {
        return first(ASKED, words);
    }

    private static Optional<String> first(Map<String, Pattern> patterns, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return patterns.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(lower).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<String, Pattern> kinds() {
        Map<String, Pattern> kinds = new LinkedHashMap<>();
        kinds.put("police", Pattern.compile("\\bpolice\\b|\\bconstabulary\\b|\\bpolicing\\b"));
        kinds.put("fire", Pattern.compile("\\bfire (?:and rescue|& rescue|authority|service)\\b"));
        kinds.put("nhs", Pattern.compile("\\bnhs\\b|\\bhospitals?\\b|\\bhealth board\\b|\\bclinical commissioning\\b"));
        kinds.put("university", Pattern.compile("\\buniversit(?:y|ies)\\b"));
        kinds.put("college", Pattern.compile("\\bcollege\\b"));
        kinds.put("school", Pattern.compile("\\bschools?\\b|\\bacadem(?:y|ies)\\b"));
        kinds.put("housing", Pattern.compile("\\bhousing\\b|\\bhomes\\b"));
        kinds.put(
                "council",
                Pattern.compile("\\bcouncils?\\b|\\bborough of\\b|\\bmbc\\b|\\bcounty of\\b|\\bcity of\\b|\\bcombined"
                        + " authority\\b"));
        kinds.put(
                "department",
                Pattern.compile("\\bdepartment\\b|\\bministry\\b|\\boffice\\b|\\btreasury\\b|\\bhmrc\\b"));
        return kinds;
    }

    private static Map<String, Pattern> asked() {
        Map<String, Pattern> kinds = new LinkedHashMap<>();
        kinds.put("police", Pattern.compile("\\bpolice(?: forces?)?\\b|\\bconstabular(?:y|ies)\\b|^forces?$"));
        kinds.put("fire", Pattern.compile("\\bfire (?:services?|brigades?|authorities)\\b"));
        kinds.put("nhs", Pattern.compile("\\bnhs(?: trusts?)?\\b|\\bhospitals?\\b|\\bhealth\\b"));
        kinds.put("university", Pattern.compile("\\buniversit(?:y|ies)\\b"));
        kinds.put("college", Pattern.compile("\\bcolleges?\\b"));
        kinds.put("school", Pattern.compile("\\bschools?\\b|\\bacademies\\b"));
        kinds.put("housing", Pattern.compile("\\bhousing\\b"));
        kinds.put("council", Pattern.compile("\\bcouncils?\\b|\\blocal authorit(?:y|ies)\\b|\\bboroughs?\\b"));
        kinds.put("department", Pattern.compile("\\bdepartments?\\b|\\bministr(?:y|ies)\\b|\\bcentral government\\b"));
        return kinds;
    }
}
