package sourcebook.question;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The year that a question is about: "who ran the prison in 2015?".
 *
 * @param question the question without its time
 */
public record AsOf(int year, String question) {
    private static final Pattern TIME = Pattern.compile(
            "(?i),?\\s(?:as (?:of|at)|back in|in|during|at the (?:end|start|beginning) of|throughout)(?:\\s(?:early|late|mid))?"
                    + "[\\s-](?:(?:\\d{1,2}\\s)?(?:january|february|march|april|may|june|july|august|september|october|november"
                    + "|december)\\s)?(?<year>(?:1[89]|20)\\d\\d)\\b");

    /** The last time that a question gives; empty where it gives none, or asks for it. */
    public static Optional<AsOf> read(String question) {
        Matcher time = TIME.matcher(question);
        Optional<AsOf> last = Optional.empty();
        while (time.find()) {
            String without = question.substring(0, time.start()) + question.substring(time.end());
            last = Optional.of(new AsOf(Integer.parseInt(time.group("year")), without));
        }
        return last;
    }
}
