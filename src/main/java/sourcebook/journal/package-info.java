/**
 * What must survive a restart: deliveries seen, feedback, recent questions, threads' subjects, installations, rules of
 * channels. One SQLite file with one writer; sole owner of JDBC.
 */
@NullMarked
package sourcebook.journal;

import org.jspecify.annotations.NullMarked;
