package sourcebook.corpus.markup;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Two line breaks in a row divide paragraphs. Readability does the same, in a time that grows with the square of their
 * number; here each element's children are laid out once.
 */
final class LineBreaks {
    private LineBreaks() {}

    static void toParagraphs(Element root) {
        List<Element> parents =
                root.select("br + br").stream().map(Element::parent).distinct().toList();
        parents.forEach(LineBreaks::divide);
    }

    private static void divide(Element parent) {
        List<Node> children = parent.childNodesCopy();
        List<Node> laid = new ArrayList<>();
        Element paragraph = null;
        for (int i = 0; i < children.size(); i++) {
            int next = afterBreaks(children, i);
            if (next > 0) {
                paragraph = new Element("p");
                laid.add(paragraph);
                i = next - 1;
            } else if (paragraph == null || children.get(i) instanceof Element element && element.isBlock()) {
                paragraph = null;
                laid.add(children.get(i));
            } else {
                paragraph.appendChild(children.get(i));
            }
        }
        parent.empty();
        parent.appendChildren(laid);
    }

    /** The first child behind two or more breaks that begin here, 0 where none do. */
    private static int afterBreaks(List<Node> children, int from) {
        int breaks = 0;
        int at = from;
        while (at < children.size() && (isBreak(children.get(at)) || breaks > 0 && isBlank(children.get(at)))) {
            breaks += isBreak(children.get(at)) ? 1 : 0;
            at++;
        }
        return breaks > 1 ? at : 0;
    }

    private static boolean isBreak(Node node) {
        return node instanceof Element element && element.normalName().equals("br");
    }

    private static boolean isBlank(Node node) {
        return node instanceof TextNode text && text.isBlank();
    }
}
