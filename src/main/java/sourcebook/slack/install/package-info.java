/**
 * How the app gets into many workspaces, keeps its tokens fresh, and is gone when they remove it: OAuth 2.0 as Slack does it
 * (https://docs.slack.dev/authentication/installing-with-oauth), with token rotation.
 */
@NullMarked
package sourcebook.slack.install;

import org.jspecify.annotations.NullMarked;
