/**
 * What is asked and answered in Slack: commands, mentions, messages, buttons, settings of channels.
 */
@NullMarked
package sourcebook.slack.talk;

import org.jspecify.annotations.NullMarked;
