/** What is uploaded to Teams: the app package, with its manifest and icons. */
@NullMarked
package sourcebook.teams.manifest;

import org.jspecify.annotations.NullMarked;
