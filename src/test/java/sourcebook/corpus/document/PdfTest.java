package sourcebook.corpus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import sourcebook.corpus.extract.Extract;

class PdfTest {
    private static final String LONG =
            "The council will pay the supplier for the services that it gives to the people who ";

    @Test
    void runningLinesAreLeftOutAndSentencesGoOnOverPages() throws IOException {
        Extract extract = read(List.of(
                List.of("Payroll agreement 2015", LONG + "live", "in the borough. It ends in 2025.", "", "Page 1 of 3"),
                List.of("Payroll agreement 2015", LONG + "work", "there and are many and", "", "Page 2 of 3"),
                List.of("Payroll agreement 2015", "who need them.", "", "Page 3 of 3")));

        assertThat(extract.text())
                .isEqualTo(LONG + "live in the borough. It ends in 2025.\n\n" + LONG
                        + "work there and are many and who need them.");
    }

    @Test
    void aWordDividedAtTheEndOfALineIsJoinedAndAHyphenedOneKeepsItsHyphen() throws IOException {
        Extract extract = read(List.of(List.of(
                LONG + "out-", "sourced the long-term work in", LONG + "long-", "term view and all that it holds.")));

        assertThat(extract.text())
                .contains("who outsourced the long-term work")
                .contains("who long-term view")
                .doesNotContain("\n");
    }

    @Test
    void linesFarApartAreParagraphs() throws IOException {
        Extract extract =
                read(List.of(List.of("1. Purpose", "", LONG + "live", "in it.", "", LONG + "work", "in it.")));

        assertThat(extract.text().split("\n\n"))
                .containsExactly("1. Purpose", LONG + "live in it.", LONG + "work in it.");
    }

    @Test
    void theDocumentsOwnTitleAndAuthorAreStatedUnlessAProgramWroteThem() throws IOException {
        PDDocument document = Pdfs.of(List.of(List.of("Text.")));
        document.getDocumentInformation().setTitle("Microsoft Word - draft.doc");
        document.getDocumentInformation().setAuthor("Ann Hall");

        assertThat(new Pdf().extract(Pdfs.bytes(document)).stated())
                .containsOnly(java.util.Map.entry("author", "Ann Hall"));
    }

    @Test
    void aPdfWithoutTextIsRefused() throws IOException {
        byte[] blank = Pdfs.bytes(Pdfs.of(List.of(List.of(), List.of())));

        assertThatThrownBy(() -> new Pdf().extract(blank)).hasMessageStartingWith("the PDF has no text, only pictures");
    }

    private static Extract read(List<List<String>> pages) throws IOException {
        return new Pdf().extract(Pdfs.bytes(Pdfs.of(pages)));
    }
}
