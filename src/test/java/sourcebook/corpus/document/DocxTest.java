package sourcebook.corpus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocxTest {
    @Test
    void paragraphsAndRowsOfTablesAreReadInOrder() throws IOException {
        byte[] file = Docxs.of(Docxs.paragraph("The term is ten years.")
                + "<w:tbl><w:tr><w:tc>" + Docxs.paragraph("Year") + "</w:tc><w:tc>" + Docxs.paragraph("Cost")
                + "</w:tc></w:tr></w:tbl>"
                + Docxs.paragraph("It ends in 2025."));

        assertThat(new Docx().extract(file).text())
                .isEqualTo("The term is ten years.\n\nYear Cost\n\nIt ends in 2025.");
    }

    @Test
    void changesReadAsAccepted() throws IOException {
        byte[] file = Docxs.of("<w:p><w:r><w:t xml:space=\"preserve\">The term is </w:t></w:r>"
                + "<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>five</w:delText></w:r></w:del>"
                + "<w:ins w:id=\"2\" w:author=\"a\"><w:r><w:t>ten</w:t></w:r></w:ins>"
                + "<w:r><w:t xml:space=\"preserve\"> years.</w:t></w:r></w:p>");

        assertThat(new Docx().extract(file).text()).isEqualTo("The term is ten years.");
    }

    @Test
    void theDocumentsTitleAndAuthorAreStated() throws IOException {
        String core =
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Terms</dc:title><dc:creator>Ann Hall</dc:creator>"
                        + "</cp:coreProperties>";
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + "officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas."
                + "openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"core.xml\"/>"
                + "</Relationships>";

        var extract = new Docx()
                .extract(Docxs.of(
                        Docxs.paragraph("Text."),
                        Map.of(
                                "_rels/.rels", relations.getBytes(StandardCharsets.UTF_8),
                                "core.xml", core.getBytes(StandardCharsets.UTF_8))));

        assertThat(extract.text()).isEqualTo("Text.");
    }
}
