/**
 * The conversation with Slack: verify, acknowledge, ask, post; sole owner of Bolt.
 */
@NullMarked
package sourcebook.slack;

import org.jspecify.annotations.NullMarked;
