/**
 * From a question to its answer; the whole decision is one method, {@link sourcebook.answer.Desk#ask}.
 */
@NullMarked
package sourcebook.answer;

import org.jspecify.annotations.NullMarked;
