package sourcebook.corpus.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import sourcebook.corpus.extract.Unreadable;

/** Reads the lines of each page of a PDF, from the top down. */
final class PageLines extends PDFTextStripper {
    private static final int MAX_CHARS = 10_000_000;

    private final List<List<Line>> pages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<TextPosition> places = new ArrayList<>();
    private List<Line> page = new ArrayList<>();
    private int chars;

    private PageLines() {
        setSortByPosition(true);
        setLineSeparator("\n");
    }

    static List<List<Line>> of(PDDocument document) throws IOException {
        PageLines lines = new PageLines();
        lines.writeText(document, Writer.nullWriter());
        return lines.pages;
    }

    @Override
    protected void startPage(PDPage started) {
        page = new ArrayList<>();
    }

    @Override
    protected void endPage(PDPage ended) {
        endLine();
        pages.add(page);
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) throws IOException {
        chars += word.length();
        if (chars > MAX_CHARS) {
            throw new Unreadable(0, "the file holds more than 10 million characters; split it");
        }
        text.append(word);
        places.addAll(positions);
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    private void endLine() {
        String words = text.toString().strip().replaceAll("[\\s\\u00a0]+", " ");
        if (!words.isEmpty() && !places.isEmpty()) {
            TextPosition first = places.getFirst();
            TextPosition last = places.getLast();
            float right = last.getXDirAdj() + last.getWidthDirAdj();
            page.add(new Line(words, first.getXDirAdj(), right, first.getYDirAdj(), first.getHeightDir()));
        }
        text.setLength(0);
        places.clear();
    }
}
