/**
 * What a search finds before anything is chosen from it.
 */
@NullMarked
package sourcebook.model.search;

import org.jspecify.annotations.NullMarked;
