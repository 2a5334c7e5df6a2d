package sourcebook.corpus.sandbox;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import sourcebook.corpus.document.Docx;
import sourcebook.corpus.document.Pdf;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.extract.Extractor;
import sourcebook.corpus.extract.PlainText;
import sourcebook.corpus.extract.Unreadable;
import sourcebook.corpus.feed.FeedReader;
import sourcebook.corpus.markup.HtmlPage;
import sourcebook.corpus.markup.Markdown;

/** The kinds of files that hold one article, by the endings of their names, and feeds. */
public enum Kind {
    TEXT(new PlainText(), Integer.MAX_VALUE, "txt"),
    // Larger ones can be made to take seconds or hundreds of megabytes.
    MARKDOWN(new Markdown(), 256 << 10, "md", "markdown"),
    HTML(new HtmlPage(), 64 << 10, "html", "htm"),
    PDF(new Pdf(), 0, "pdf"),
    DOCX(new Docx(), 0, "docx"),
    /** What a server sends as a feed; no file of the corpus is one. */
    FEED(new FeedReader(), 0);

    private final Extractor extractor;
    private final int harmlessBytes;
    private final Set<String> endings;

    Kind(Extractor extractor, int harmlessBytes, String... endings) {
        this.extractor = extractor;
        this.harmlessBytes = harmlessBytes;
        this.endings = Set.of(endings);
    }

    /** The kind that files with this ending are, in lower case and without the dot. */
    public static Optional<Kind> of(String ending) {
        return Arrays.stream(values())
                .filter(kind -> kind.endings.contains(ending))
                .findFirst();
    }

    /** Whether any file of this kind and size can be read in the process itself. */
    boolean isHarmless(int bytes) {
        return bytes <= harmlessBytes;
    }

    /** Reads a file in this process. What a parser did not foresee is a reason to refuse the file like any other. */
    Extract extract(byte[] bytes) throws Unreadable {
        try {
            return extractor.extract(bytes);
        } catch (StackOverflowError e) {
            throw new Unreadable(0, "the file is nested too deeply");
        } catch (RuntimeException e) {
            throw new Unreadable(0, "the file is damaged: " + e);
        }
    }
}
