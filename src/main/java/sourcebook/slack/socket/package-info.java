/**
 * Slack's Socket Mode: what would come over HTTP comes through a WebSocket that we open, so that no public address is
 * needed. Nothing here knows what the deliveries mean.
 */
@NullMarked
package sourcebook.slack.socket;

import org.jspecify.annotations.NullMarked;
