/**
 * What is told of a reindex: who ordered it, where it stands, how it ended and what it changed. Values only.
 */
@NullMarked
package sourcebook.library.report;

import org.jspecify.annotations.NullMarked;
