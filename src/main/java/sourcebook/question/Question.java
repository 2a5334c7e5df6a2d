package sourcebook.question;

import java.util.List;
import java.util.Optional;
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
 */
public record Question(
        String text,
        List<Mention> mentions,
        @Nullable AnswerKind wanted,
        @Nullable String scope) {
    public Question {
        mentions = List.copyOf(mentions);
    }

    /** The first name that fits several parties. */
    public Optional<Mention> ambiguous() {
        return mentions.stream().filter(Mention::ambiguous).findFirst();
    }
}
