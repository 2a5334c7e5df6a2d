/** What a person wants to know of contracts: which single fact, or which list. */
@NullMarked
package sourcebook.question.contract;

import org.jspecify.annotations.NullMarked;
