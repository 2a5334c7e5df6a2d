/** What admins order in Teams: reindexes, the way back, what a channel may see. */
@NullMarked
package sourcebook.teams.admin;

import org.jspecify.annotations.NullMarked;
