package sourcebook.corpus.document;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.extract.Extractor;
import sourcebook.corpus.extract.Unreadable;

/** One article a file, as PDF with text in it. What is embedded, linked or to be run in it is never opened. */
public final class Pdf implements Extractor {
    private static final int MAX_PAGES = 5_000;

    @Override
    public Extract extract(byte[] bytes) throws Unreadable {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            check(document);
            String text = Paragraphs.of(RunningLines.removed(PageLines.of(document)));
            if (text.isBlank()) {
                throw new Unreadable(0, "the PDF has no text, only pictures; run text recognition (OCR) over it first");
            }
            return new Extract(stated(document.getDocumentInformation()), text);
        } catch (InvalidPasswordException e) {
            throw new Unreadable(0, "the PDF is protected with a password; save it without one");
        } catch (Unreadable e) {
            throw e;
        } catch (IOException e) {
            throw new Unreadable(0, "not a whole PDF file: " + e.getMessage());
        }
    }

    private static void check(PDDocument document) throws Unreadable {
        if (!document.getCurrentAccessPermission().canExtractContent()) {
            throw new Unreadable(
                    0, "the PDF does not allow its text to be taken out; ask its author for one that does");
        }
        if (document.getNumberOfPages() > MAX_PAGES) {
            throw new Unreadable(0, "the PDF has more than 5,000 pages; split it");
        }
    }

    private static Map<String, String> stated(PDDocumentInformation information) {
        Map<String, String> stated = new HashMap<>();
        state(stated, "title", information.getTitle());
        state(stated, "author", information.getAuthor());
        return stated;
    }

    /** Word processors leave their file's name or their own as the title. */
    private static void state(Map<String, String> stated, String key, @Nullable String value) {
        if (value != null
                && !value.isBlank()
                && !value.matches("(?i)untitled.*|microsoft .*|.*\\.(?:docx?|pdf|rtf|indd|qxd)|.*\\p{Cc}.*")) {
            stated.put(key, value.strip());
        }
    }
}
