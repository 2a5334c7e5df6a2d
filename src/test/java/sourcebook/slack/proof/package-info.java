/** Our stand-in for Slack, proven by Slack's own clients; recorded payloads and secrets through the whole service. */
@NullMarked
package sourcebook.slack.proof;

import org.jspecify.annotations.NullMarked;
