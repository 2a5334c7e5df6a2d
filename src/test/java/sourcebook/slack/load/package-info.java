/**
 * Many requests at once, again, and at the worst moment. {@code -Dload=long} runs the long forms, which take some minutes
 * and assert times; the short ones assert none.
 */
@NullMarked
package sourcebook.slack.load;

import org.jspecify.annotations.NullMarked;
