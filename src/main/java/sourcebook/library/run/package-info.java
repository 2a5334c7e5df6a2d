/**
 * How one reindex goes: the lock, the steps from reading to publishing, the gate, and the files that tell other processes.
 */
@NullMarked
package sourcebook.library.run;

import org.jspecify.annotations.NullMarked;
