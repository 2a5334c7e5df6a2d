/** How the parts are put together that talk with a chat platform. */
@NullMarked
package sourcebook.app.chat;

import org.jspecify.annotations.NullMarked;
