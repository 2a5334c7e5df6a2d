/**
 * Compares words that somebody claims a source has with the sources: {@link sourcebook.dialogue.verify.Verifier} finds
 * passages by the index and aligns them with the claim word by word.
 */
@NullMarked
package sourcebook.dialogue.verify;

import org.jspecify.annotations.NullMarked;
