/** Turns sentences and questions into vectors whose nearness is nearness of meaning; sole owner of the model runtime. */
@NullMarked
package sourcebook.embed;

import org.jspecify.annotations.NullMarked;
