/** The commands for contract data. */
@NullMarked
package sourcebook.app.contract;

import org.jspecify.annotations.NullMarked;
