/**
 * How fast is it? {@code mvn verify -Pbench} measures, in one run, what is ours against what it is built on, and prints
 * the ratios. It never fails for being slow, and always for being wrong.
 */
@NullMarked
package sourcebook.bench;

import org.jspecify.annotations.NullMarked;
