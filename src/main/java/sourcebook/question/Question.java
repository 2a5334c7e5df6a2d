package sourcebook.question;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.model.AnswerKind;
import sourcebook.text.Mention;

/**
 * A question as understood.
 *
 * @param text what was typed, without control characters, at most {@link Questions#MAX_LENGTH} units
 * @param mentions the parties that it names
 * @param wanted the kind of answer it asks for, null where it does not show
 * @param scope the id of the one article to answer from, null for all
 * @param saying whose words it asks for, null where it does not
 */
public record Question(
        String text,
        List<Mention> mentions,
        @Nullable AnswerKind wanted,
        @Nullable String scope,
        @Nullable Saying saying) {
    private static final Pattern ASKING = Pattern.compile(
            "(?i)\\?\\s*$|^(?:what|which|who|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may)\\b");

    public Question {
        mentions = List.copyOf(mentions);
    }

    /** Whether it is put as a question, and not as a title or a few keywords. */
    public boolean interrogative() {
        return wanted != null || ASKING.matcher(text).find();
    }

    /** The first name that fits several parties. */
    public Optional<Mention> ambiguous() {
        return mentions.stream().filter(Mention::ambiguous).findFirst();
    }
}
