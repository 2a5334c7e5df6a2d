/**
 * A corpus's life: reindex under a lock, gate, publish, watch what is live.
 */
@NullMarked
package sourcebook.library;

import org.jspecify.annotations.NullMarked;
