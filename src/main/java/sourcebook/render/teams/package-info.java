/**
 * What Microsoft Teams shows: Adaptive Cards with the same quotes as everywhere else. Words that are not ours stand in
 * rich text, which shows every character; what Teams reads as Markdown holds our own words alone.
 */
@NullMarked
package sourcebook.render.teams;

import org.jspecify.annotations.NullMarked;
