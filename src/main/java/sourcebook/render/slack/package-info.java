/**
 * How things look in Slack: Block Kit within Slack's limits, with nobody's attention called by anybody's words.
 */
@NullMarked
package sourcebook.render.slack;

import org.jspecify.annotations.NullMarked;
