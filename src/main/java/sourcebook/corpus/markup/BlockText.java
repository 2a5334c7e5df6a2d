package sourcebook.corpus.markup;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text of an HTML element as paragraphs divided by blank lines, one for each block, with single spaces. */
final class BlockText implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();
    private boolean space;
    private boolean paragraph;

    private BlockText() {}

    static String of(Element root) {
        BlockText text = new BlockText();
        NodeTraversor.traverse(text, root);
        return text.out.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(text.getWholeText());
        } else {
            edge(node);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        edge(node);
    }

    private void edge(Node node) {
        if (node instanceof Element element) {
            paragraph |= element.isBlock();
            space |= element.normalName().equals("br") || element.normalName().equals("td");
        }
    }

    private void append(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                space = true;
            } else {
                divide();
                out.append(c);
            }
        }
    }

    private void divide() {
        if (!out.isEmpty() && paragraph) {
            out.append("\n\n");
        } else if (!out.isEmpty() && space) {
            out.append(' ');
        }
        paragraph = false;
        space = false;
    }
}
