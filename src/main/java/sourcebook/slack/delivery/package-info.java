/**
 * How messages reach people in Slack: work in line, within limits, at response addresses and by the Web API.
 */
@NullMarked
package sourcebook.slack.delivery;

import org.jspecify.annotations.NullMarked;
