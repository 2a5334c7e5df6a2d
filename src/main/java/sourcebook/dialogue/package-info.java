/**
 * What people say to Sourcebook and what they get back, on whatever platform: {@link sourcebook.dialogue.Dialogue#hear}
 * takes an {@link sourcebook.dialogue.Utterance} and gives a {@link sourcebook.dialogue.Response}, which every platform
 * renders in its own manner.
 *
 * <p>Words of a source are always a {@link sourcebook.model.Quote}, cut when they are shown; a string is our own words
 * or the asker's. What must outlive a restart is behind two small interfaces that somebody else keeps:
 * {@link sourcebook.dialogue.Subjects}, what each thread spoke of last, and {@link sourcebook.dialogue.Audiences}, what
 * each place may see. Lists of contracts come from a {@link sourcebook.dialogue.Register}.
 */
@NullMarked
package sourcebook.dialogue;

import org.jspecify.annotations.NullMarked;
