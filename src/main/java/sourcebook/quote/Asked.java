package sourcebook.quote;

import org.jspecify.annotations.Nullable;
import sourcebook.model.AnswerKind;

/**
 * What matters of a question for ranking, besides its words.
 *
 * @param wanted the kind of answer asked for, null where it does not show
 * @param scoped whether one article alone is asked
 * @param interrogative whether it is put as a question, and not as a title or a few keywords
 */
public record Asked(@Nullable AnswerKind wanted, boolean scoped, boolean interrogative) {}
