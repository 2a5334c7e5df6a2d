/**
 * Pictures of contracts: one description of a chart becomes one drawing, which is written as SVG for pages and as PNG for
 * chats. The same figures are always there as text and as a table. Nothing here needs a display or the system's fonts.
 */
@NullMarked
package sourcebook.render.chart;

import org.jspecify.annotations.NullMarked;
