/** The page that shows how good the answers are: tables, charts and the worst misses, in one file. */
@NullMarked
package sourcebook.evaluate.report;

import org.jspecify.annotations.NullMarked;
