package sourcebook.corpus.markup;

import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import sourcebook.corpus.extract.Decoding;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.extract.Extractor;
import sourcebook.corpus.extract.Unreadable;

/** One article a file, as a web page: its main part is the text, its own metadata the citation. Nothing is fetched. */
public final class HtmlPage implements Extractor {
    @Override
    public Extract extract(byte[] bytes) throws Unreadable {
        Document page = Jsoup.parse(Decoding.page(bytes));
        Map<String, String> stated = PageFacts.of(page);
        String text = MainPart.of(page);
        if (text.isEmpty()) {
            throw new Unreadable(0, "the page has no text; save it as it shows in the browser");
        }
        return new Extract(stated, text);
    }

    /** The text of a piece of HTML, all of it; empty where it has none. */
    public static String textOf(String fragment) {
        Document page = Jsoup.parseBodyFragment(fragment);
        Boilerplate.removeUnseen(page);
        return BlockText.of(page.body());
    }
}
