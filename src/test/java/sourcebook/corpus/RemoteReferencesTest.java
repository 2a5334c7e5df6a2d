package sourcebook.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.corpus.document.Docxs;
import sourcebook.corpus.document.Pdfs;
import sourcebook.model.Article;
import sourcebook.model.Problem;

/** Files that point at a server are read, or refused, without it being asked. */
@SuppressWarnings("NullAway.Init")
final class RemoteReferencesTest {
    private static final String WORDS = "The council outsourced its payroll for seven years.";
    private static final int LARGE = 2_000;

    @TempDir
    private Path corpus;

    private ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void accept() {
        try {
            while (true) {
                server.accept().close();
                connections.incrementAndGet();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Test
    void noServerIsAskedForWhatFilesPointAt() throws IOException {
        Reading.write(corpus, "articles/page.html", page(WORDS));
        Reading.write(corpus, "articles/large-page.html", page((WORDS + " ").repeat(LARGE)));
        Reading.write(corpus, "articles/text.md", "![picture](" + url() + ")\n\n<img src='" + url() + "'>\n\n" + WORDS);
        Reading.write(corpus, "articles/letter.docx", letter());
        Reading.write(corpus, "articles/entity.docx", entity());
        Reading.write(corpus, "articles/paper.pdf", paper());

        Reading reading = Reading.of(corpus);

        assertThat(reading.articles())
                .extracting(Article::id)
                .containsExactlyInAnyOrder("page", "large-page", "text", "letter", "paper");
        assertThat(reading.problems())
                .filteredOn(problem -> problem.level() == Problem.Level.ERROR)
                .extracting("file")
                .containsExactly("articles/entity.docx");
        assertThat(connections).as("connections to the server").hasValue(0);
        assertThatItWouldHaveBeenSeen();
    }

    private void assertThatItWouldHaveBeenSeen() throws IOException {
        try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/x";
    }

    private String page(String text) {
        return "<html><head><base href='" + url() + "'><link rel=stylesheet href='" + url() + "'><script src='" + url()
                + "'></script><meta http-equiv=refresh content='0;url=" + url() + "'></head><body><iframe src='" + url()
                + "'></iframe><img src='" + url() + "'><object data='" + url() + "'></object><p>" + text
                + "</p></body></html>";
    }

    private byte[] letter() throws IOException {
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + "attachedTemplate\" Target=\"" + url() + "\" TargetMode=\"External\"/>"
                + "<Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + "image\" Target=\"" + url() + "\" TargetMode=\"External\"/></Relationships>";
        return Docxs.of(
                Docxs.paragraph(WORDS),
                Map.of("word/_rels/document.xml.rels", relations.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] entity() throws IOException {
        return Docxs.document(
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"" + url() + "\">]>", Docxs.paragraph("&e;" + WORDS), Map.of());
    }

    private byte[] paper() throws IOException {
        PDDocument document = Pdfs.of(List.of(List.of(WORDS)));
        PDActionURI action = new PDActionURI();
        action.setURI(url());
        document.getDocumentCatalog().setOpenAction(action);
        return Pdfs.bytes(document);
    }
}
