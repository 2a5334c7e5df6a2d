/** What Slack takes, by its own types and documents, over all that we send. */
@NullMarked
package sourcebook.slack.schema;

import org.jspecify.annotations.NullMarked;
