/** Printed documents: the running text of PDF and DOCX files, whole sentences and nothing of the page around them. */
@NullMarked
package sourcebook.corpus.document;

import org.jspecify.annotations.NullMarked;
