/**
 * Whom we believe, and where our own token may go: the Bot Connector's tokens, ours, the hosts that get it, the
 * signature of an outgoing webhook. Sole owner of the JWT library.
 */
@NullMarked
package sourcebook.teams.trust;

import org.jspecify.annotations.NullMarked;
