/** Pages of contracts and parties: what is stated of them, by whom, since when, and what it was before. */
@NullMarked
package sourcebook.render.contract;

import org.jspecify.annotations.NullMarked;
