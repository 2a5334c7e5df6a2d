/**
 * Who speaks in a text, by what the text itself says; {@link sourcebook.text.speech.Speakers} is the way in.
 */
@NullMarked
package sourcebook.text.speech;

import org.jspecify.annotations.NullMarked;
