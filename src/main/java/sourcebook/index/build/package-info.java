/**
 * What building a generation needs besides Lucene's writer: which files went into it, what waits to be written, and the
 * vectors made before.
 */
@NullMarked
package sourcebook.index.build;

import org.jspecify.annotations.NullMarked;
