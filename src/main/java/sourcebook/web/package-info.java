/**
 * Pages for askers, and health for operators; with {@code app} the sole owner of Jetty.
 */
@NullMarked
package sourcebook.web;

import org.jspecify.annotations.NullMarked;
