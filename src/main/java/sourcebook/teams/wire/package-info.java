/** What comes from the Bot Connector and goes to it: activities, conversations, messages, and who does the waiting. */
@NullMarked
package sourcebook.teams.wire;

import org.jspecify.annotations.NullMarked;
