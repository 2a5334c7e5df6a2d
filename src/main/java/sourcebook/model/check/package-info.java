/**
 * What a check of the set-up finds.
 */
@NullMarked
package sourcebook.model.check;

import org.jspecify.annotations.NullMarked;
