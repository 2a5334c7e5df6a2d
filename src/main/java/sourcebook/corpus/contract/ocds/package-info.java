/**
 * The Open Contracting Data Standard, 1.0 and 1.1: its files, its rules for merging releases, and the facts that a process
 * states.
 */
@NullMarked
package sourcebook.corpus.contract.ocds;

import org.jspecify.annotations.NullMarked;
