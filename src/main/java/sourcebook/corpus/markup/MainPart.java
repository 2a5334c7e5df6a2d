package sourcebook.corpus.markup;

import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The article on a page. A page that marks its article and has nothing beside it inside is taken at its word; from any
 * other, Mozilla's Readability finds the part that reads like an article.
 */
final class MainPart {
    /** Readability walks by recursion and looks at elements many times: larger pages go by what they mark. */
    private static final int MAX_ELEMENTS = 20_000;

    private static final int MAX_DEPTH = 150;

    /** Readability gives up below this, or takes what it should not: Readability.js, DEFAULT_CHAR_THRESHOLD. */
    private static final int MIN_CHARS = 500;

    private static final double MAX_LINKED = 0.25;

    /** Readability makes links whole with it, and fetches nothing. */
    private static final String NOWHERE = "https://page.invalid/";

    private static final String MARKED = "article, main, [role=main]";

    private MainPart() {}

    /** The text of the article, empty where the page has none. The page is altered. */
    static String of(Document page) {
        Boilerplate.removeUnseen(page);
        Element marked = marked(page);
        if (Shape.of(page).readable() && !plain(page, marked)) {
            String found = readable(page.clone());
            if (found.length() >= MIN_CHARS) {
                return found;
            }
        }
        Boilerplate.removeSurroundings(marked);
        return BlockText.of(marked);
    }

    /** What the page marks as its article, where it marks one, else the whole. */
    private static Element marked(Document page) {
        for (String name : MARKED.split(", ")) {
            var found = page.select(name);
            if (found.size() == 1 && found.getFirst().hasText()) {
                return found.getFirst();
            }
        }
        return page.body();
    }

    private static boolean plain(Document page, Element marked) {
        return marked != page.body() && !Boilerplate.isIn(marked) && linked(marked) <= MAX_LINKED;
    }

    private static double linked(Element element) {
        int linked = element.select("a[href]").stream()
                .mapToInt(link -> link.text().length())
                .sum();
        return (double) linked / Math.max(1, element.text().length());
    }

    private static String readable(Document page) {
        LineBreaks.toParagraphs(page.body());
        Element article = new Readability4J(NOWHERE, page).parse().getArticleContent();
        return article == null ? "" : BlockText.of(article);
    }

    /** How large and deep a page is. */
    private record Shape(int elements, int depth) {
        static Shape of(Document page) {
            int[] counted = new int[2];
            NodeTraversor.traverse(
                    new NodeVisitor() {
                        @Override
                        public void head(Node node, int depth) {
                            counted[0]++;
                            counted[1] = Math.max(counted[1], depth);
                        }

                        @Override
                        public void tail(Node node, int depth) {}
                    },
                    page);
            return new Shape(counted[0], counted[1]);
        }

        boolean readable() {
            return elements <= MAX_ELEMENTS && depth <= MAX_DEPTH;
        }
    }
}
