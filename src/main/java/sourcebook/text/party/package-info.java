/** When two spellings name one party. Pure functions on text. */
@NullMarked
package sourcebook.text.party;

import org.jspecify.annotations.NullMarked;
