/** Web pages and Markdown: the main part as paragraphs, and what the page itself states about it. */
@NullMarked
package sourcebook.corpus.markup;

import org.jspecify.annotations.NullMarked;
