/** Plain Lucene over sentences, to compare our answers with. */
@NullMarked
package sourcebook.index.baseline;

import org.jspecify.annotations.NullMarked;
