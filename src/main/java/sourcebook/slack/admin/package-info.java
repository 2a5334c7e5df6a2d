/**
 * What admins do from Slack: reindex and watch it, call it off, go back, look, and set what channels see. Everybody else is
 * told whom to ask.
 */
@NullMarked
package sourcebook.slack.admin;

import org.jspecify.annotations.NullMarked;
