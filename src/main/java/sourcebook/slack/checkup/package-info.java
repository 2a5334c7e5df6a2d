/**
 * Whether Slack's side of the set-up works: tokens, what they allow, the clock, the public address.
 */
@NullMarked
package sourcebook.slack.checkup;

import org.jspecify.annotations.NullMarked;
