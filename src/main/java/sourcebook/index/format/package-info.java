/**
 * How articles and parties are laid down in the index and read back: the documents, their fields, and the terms that text
 * becomes.
 */
@NullMarked
package sourcebook.index.format;

import org.jspecify.annotations.NullMarked;
