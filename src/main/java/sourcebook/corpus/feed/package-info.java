/** RSS and Atom feeds: what their entries say. Nothing is fetched here. */
@NullMarked
package sourcebook.corpus.feed;

import org.jspecify.annotations.NullMarked;
