/**
 * The field's words, as values: articles and passages, quotes and citations, answers and generations. No I/O, no clock, no library.
 */
@NullMarked
package sourcebook.model;

import org.jspecify.annotations.NullMarked;
