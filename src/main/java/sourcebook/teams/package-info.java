/**
 * The conversation with Microsoft Teams, on the Bot Connector's protocol: verify, acknowledge, ask, answer.
 */
@NullMarked
package sourcebook.teams;

import org.jspecify.annotations.NullMarked;
