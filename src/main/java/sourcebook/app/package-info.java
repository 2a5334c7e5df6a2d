/**
 * The program: commands, settings, and the wiring of everything else.
 */
@NullMarked
package sourcebook.app;

import org.jspecify.annotations.NullMarked;
