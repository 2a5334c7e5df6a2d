/**
 * What is meant by what was typed: a command, a question, or the rest of a question whose beginning was said before.
 */
@NullMarked
package sourcebook.dialogue.understand;

import org.jspecify.annotations.NullMarked;
