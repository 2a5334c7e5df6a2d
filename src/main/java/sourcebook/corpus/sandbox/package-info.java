/** Hostile files are read in processes of their own, with bounds to memory, time and network. */
@NullMarked
package sourcebook.corpus.sandbox;

import org.jspecify.annotations.NullMarked;
