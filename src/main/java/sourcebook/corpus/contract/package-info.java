/**
 * Reads contract data: OCDS releases and records, Contracts Finder's tables, and our own fact sheets, into contracts whose
 * facts each have the words that say so.
 */
@NullMarked
package sourcebook.corpus.contract;

import org.jspecify.annotations.NullMarked;
