/** Measures answers against question sets, and fits what each feature of a sentence counts. */
@NullMarked
package sourcebook.evaluate;

import org.jspecify.annotations.NullMarked;
