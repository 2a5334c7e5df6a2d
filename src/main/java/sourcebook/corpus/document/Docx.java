package sourcebook.corpus.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.w3c.dom.Node;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.extract.Extractor;
import sourcebook.corpus.extract.Signature;
import sourcebook.corpus.extract.Unreadable;

/**
 * One article a file, as a Word document: its body, paragraph by paragraph and a table's row by row, as it reads with
 * all changes accepted. Headers, footers, notes and comments stay out; links and templates are never opened.
 */
public final class Docx implements Extractor {
    private static final int MAX_DEPTH = 20;

    /** POI's own guards against archives that unpack to too much; set where POI is used, and only then. */
    private static void guard() {
        ZipSecureFile.setMaxEntrySize(100L << 20);
        ZipSecureFile.setMaxTextSize(20L << 20);
        ZipSecureFile.setMaxFileCount(2_000);
    }

    @Override
    public Extract extract(byte[] bytes) throws Unreadable {
        if (Signature.OLE.begins(bytes)) {
            throw new Unreadable(
                    0, "the file is protected with a password, or of Word 97; save it as .docx without a password");
        }
        if (!Signature.ZIP.begins(bytes)) {
            throw new Unreadable(0, "not a DOCX file; give it the ending of what it is, or save it as .docx");
        }
        guard();
        try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            refuseMacros(file);
            try (XWPFDocument document = new XWPFDocument(file)) {
                return extract(document);
            }
        } catch (Unreadable e) {
            throw e;
        } catch (IOException | OpenXML4JException | OpenXML4JRuntimeException | POIXMLException e) {
            throw new Unreadable(0, "not a whole DOCX file: " + e.getMessage());
        }
    }

    private static void refuseMacros(OPCPackage file) throws OpenXML4JException, Unreadable {
        boolean macros = file.getParts().stream()
                .anyMatch(part -> part.getPartName().getName().matches("(?i).*vba.*")
                        || part.getContentType().matches("(?i).*(?:vba|macro).*"));
        if (macros) {
            throw new Unreadable(0, "the document holds macros; save it as a .docx without them");
        }
    }

    private static Extract extract(XWPFDocument document) throws Unreadable {
        StringBuilder text = new StringBuilder();
        append(document.getBodyElements(), text, 0);
        if (text.isEmpty()) {
            throw new Unreadable(0, "the document has no text");
        }
        CoreProperties properties = document.getProperties().getCoreProperties();
        Map<String, String> stated = new HashMap<>();
        if (properties.getTitle() != null) {
            stated.put("title", properties.getTitle());
        }
        if (properties.getCreator() != null) {
            stated.put("author", properties.getCreator());
        }
        return new Extract(stated, text.toString());
    }

    private static void append(List<IBodyElement> elements, StringBuilder text, int depth) throws Unreadable {
        if (depth > MAX_DEPTH) {
            throw new Unreadable(0, "tables are nested more than " + MAX_DEPTH + " deep");
        }
        for (IBodyElement element : elements) {
            switch (element) {
                case XWPFParagraph paragraph -> append(words(paragraph), text);
                case XWPFTable table -> append(table, text, depth);
                case XWPFSDT control -> append(control.getContent().getText(), text);
                default -> {}
            }
        }
    }

    private static void append(XWPFTable table, StringBuilder text, int depth) throws Unreadable {
        for (var row : table.getRows()) {
            boolean flat = row.getTableCells().stream()
                    .allMatch(cell -> cell.getTables().isEmpty());
            if (flat) {
                append(
                        row.getTableCells().stream()
                                .flatMap(cell -> cell.getParagraphs().stream())
                                .map(Docx::words)
                                .filter(words -> !words.isBlank())
                                .collect(Collectors.joining(" ")),
                        text);
            } else {
                for (var cell : row.getTableCells()) {
                    append(cell.getBodyElements(), text, depth + 1);
                }
            }
        }
    }

    private static void append(String paragraph, StringBuilder text) {
        String words = paragraph.strip().replaceAll("[\\s\\u00a0]+", " ");
        if (!words.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(words);
        }
    }

    private static String words(XWPFParagraph paragraph) {
        StringBuilder words = new StringBuilder();
        for (IRunElement run : paragraph.getIRuns()) {
            switch (run) {
                case XWPFRun plain when isDeleted(plain) -> {}
                case XWPFRun plain -> words.append(plain.text());
                default -> words.append(run);
            }
        }
        return words.toString();
    }

    private static boolean isDeleted(XWPFRun run) {
        Node parent = run.getCTR().getDomNode().getParentNode();
        return parent != null && ("del".equals(parent.getLocalName()) || "moveFrom".equals(parent.getLocalName()));
    }
}
