/**
 * Pure functions on text: sentences, passages, names, speakers, and what kinds of answer a sentence states.
 */
@NullMarked
package sourcebook.text;

import org.jspecify.annotations.NullMarked;
