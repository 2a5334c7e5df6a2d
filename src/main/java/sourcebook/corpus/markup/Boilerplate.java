package sourcebook.corpus.markup;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** What stands on a page beside its article: what never shows, and what is about the site and not of the author. */
final class Boilerplate {
    private static final String UNSEEN = "script, style, noscript, template, svg, iframe, object, embed, [hidden], "
            + "[style~=(?i)display\\s*:\\s*none], dialog:not([open])";

    private static final String AROUND =
            "form, nav, aside, footer, body > header, [aria-hidden=true], [role=navigation], [role=complementary], "
                    + "[role=banner], [role=contentinfo], [role=dialog], [role=alertdialog]";

    /** Names that authors of pages give to what surrounds an article; words, so that "shared-services" stays. */
    private static final Pattern NAMES = Pattern.compile(
            "(?<![a-z])(?:cookies?|cookie-?(?:banner|bar|notice|consent|policy)|gdpr|consent|share|sharing|sharebar|"
                    + "social|related|recommended|comments?|disqus|newsletter|subscribe|breadcrumbs?|pagination|"
                    + "sidebar|promo|advert|advertisement|outbrain|taboola)(?![a-z])");

    /** Wrappers of a whole page carry such names too; what holds most of the words is not beside the article. */
    private static final double MOST = 0.4;

    /** Measuring a wrapper reads all within, so that only so many are. */
    private static final int MAX_LOOKS = 200;

    private Boilerplate() {}

    static void removeUnseen(Document page) {
        page.select(UNSEEN).remove();
    }

    /** Takes out what surrounds the article; what never shows must be out already. */
    static void removeSurroundings(Element main) {
        main.select(AROUND).remove();
        NodeTraversor.filter(new Named(main, main.text().length()), main);
    }

    /** Whether anything in it is named like what surrounds an article. */
    static boolean isIn(Element main) {
        return main.select("[class], [id]").stream().anyMatch(Boilerplate::named);
    }

    private static boolean named(Element element) {
        return !element.normalName().equals("body")
                && NAMES.matcher((element.className() + " " + element.id()).toLowerCase(Locale.ROOT))
                        .find();
    }

    /** Removes what is so named, unless it holds most of the words. */
    private static final class Named implements NodeFilter {
        private final Element main;
        private final int allChars;
        private int looks;

        Named(Element main, int allChars) {
            this.main = main;
            this.allChars = allChars;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            boolean beside = node instanceof Element element && element != main && named(element) && small(element);
            return beside ? FilterResult.REMOVE : FilterResult.CONTINUE;
        }

        private boolean small(Element element) {
            return ++looks <= MAX_LOOKS && element.text().length() < allChars * MOST;
        }
    }
}
