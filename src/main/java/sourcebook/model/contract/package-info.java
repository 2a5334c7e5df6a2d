/**
 * The words of contract data, as values: predicates, money, terms, who says so since when. A statement made of them is a
 * {@link sourcebook.model.Fact}.
 */
@NullMarked
package sourcebook.model.contract;

import org.jspecify.annotations.NullMarked;
