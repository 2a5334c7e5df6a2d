/** What is read out of one file, how bytes become text, and how dates are read. Pure functions, safe for many threads. */
@NullMarked
package sourcebook.corpus.extract;

import org.jspecify.annotations.NullMarked;
