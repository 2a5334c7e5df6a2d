/** Learns from judged questions what each feature of a sentence counts. */
@NullMarked
package sourcebook.evaluate.fit;

import org.jspecify.annotations.NullMarked;
