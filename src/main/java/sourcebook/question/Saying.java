package sourcebook.question;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose words are asked for.
 *
 * @param speaker the name as typed
 * @param topic what the words are to be about, empty for anything
 */
public record Saying(String speaker, String topic) {
    private static final String SAY =
            "(?:say|said|says|think|thinks|thought|claim|claimed|argue|argued|warn|warned|tell|"
                    + "told|state|stated|announce|announced|comment|commented|write|wrote)";

    private static final Pattern ASKED = Pattern.compile(
            "(?i)^(?:so |and |but )?what (?:exactly )?(?:did|does|do|has|have|had) (?<who>.{2,80}?) (?:ever |actually )?"
                    + SAY
                    + "\\b(?: (?:anything|something))?(?: (?:about|on|of|regarding|concerning|to))?(?<topic>.*)$");

    private static final Pattern STATED = Pattern.compile(
            "(?i)^what (?<who>(?!is\\b|was\\b|are\\b|were\\b).{2,80}?) (?:said|says|thinks|thought)(?: (?:about|on|of|regarding))?(?<topic>.*)$");

    private static final Pattern ENDS = Pattern.compile("^[\\s,:;.?!]+|[\\s,:;.?!]+$");

    public Saying {
        if (speaker.isBlank()) {
            throw new IllegalArgumentException("a speaker must have a name");
        }
    }

    /** Reads "what did NAME say about TOPIC?" and its like; empty where it is another question. */
    static Optional<Saying> in(String question) {
        Matcher matcher = ASKED.matcher(question);
        if (!matcher.find()) {
            matcher = STATED.matcher(question);
            if (!matcher.find()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Saying(
                matcher.group("who").strip(),
                ENDS.matcher(matcher.group("topic")).replaceAll("")));
    }

    /** The question in full. */
    public String question() {
        return "What did " + speaker + " say" + (topic.isEmpty() ? "" : " about " + topic) + "?";
    }
}
