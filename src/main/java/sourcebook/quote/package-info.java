/**
 * Chooses the sentences worth quoting and says how sure it is, from what the index found.
 */
@NullMarked
package sourcebook.quote;

import org.jspecify.annotations.NullMarked;
