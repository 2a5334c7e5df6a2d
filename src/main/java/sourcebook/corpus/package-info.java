/**
 * Reads the articles and names that people keep in the corpus folder; what cannot be read is a listed problem, and the run goes on.
 */
@NullMarked
package sourcebook.corpus;

import org.jspecify.annotations.NullMarked;
