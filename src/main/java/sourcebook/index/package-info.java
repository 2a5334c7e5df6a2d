/**
 * Builds, verifies, publishes and searches generations of the index; sole owner of Lucene.
 */
@NullMarked
package sourcebook.index;

import org.jspecify.annotations.NullMarked;
