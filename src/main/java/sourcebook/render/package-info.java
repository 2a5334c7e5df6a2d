/**
 * Turns one answer into Slack blocks, HTML, plain text and JSON: the same quotes in each.
 */
@NullMarked
package sourcebook.render;

import org.jspecify.annotations.NullMarked;
