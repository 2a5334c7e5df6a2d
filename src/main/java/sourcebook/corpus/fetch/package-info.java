/**
 * What is fetched from outside: which addresses may be asked, how politely, and how a feed's entries become files that are
 * read like any other.
 */
@NullMarked
package sourcebook.corpus.fetch;

import org.jspecify.annotations.NullMarked;
