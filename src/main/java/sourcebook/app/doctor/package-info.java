/**
 * {@code doctor}: whether everything is set up as it should be, and what to mend where it is not.
 */
@NullMarked
package sourcebook.app.doctor;

import org.jspecify.annotations.NullMarked;
