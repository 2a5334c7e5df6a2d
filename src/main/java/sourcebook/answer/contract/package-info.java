/** Answers from contract data: single facts, disagreements, lists and what they come to. */
@NullMarked
package sourcebook.answer.contract;

import org.jspecify.annotations.NullMarked;
