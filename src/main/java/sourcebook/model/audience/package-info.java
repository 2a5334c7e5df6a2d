/**
 * Who may see which articles: an article is for one {@link sourcebook.model.audience.Audience}, and whoever asks has a
 * {@link sourcebook.model.audience.Clearance} for some.
 */
@NullMarked
package sourcebook.model.audience;

import org.jspecify.annotations.NullMarked;
