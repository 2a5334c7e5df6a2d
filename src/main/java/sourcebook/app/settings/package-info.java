/**
 * The settings of one run, read from environment variables.
 */
@NullMarked
package sourcebook.app.settings;

import org.jspecify.annotations.NullMarked;
