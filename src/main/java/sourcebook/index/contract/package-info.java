/**
 * Contracts in a generation: an index of their own beside the articles', found by words, filtered and sorted by columns.
 */
@NullMarked
package sourcebook.index.contract;

import org.jspecify.annotations.NullMarked;
