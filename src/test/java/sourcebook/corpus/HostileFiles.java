package sourcebook.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import sourcebook.corpus.document.Docxs;
import sourcebook.corpus.document.Pdfs;

/** Makes files that do harm to readers that trust them, and knows why each must be refused. */
final class HostileFiles {
    private static final String TOO_MUCH = "memory|longer than|10 million characters|damaged|not a whole|no text";
    private static final String DOCX = "not a whole DOCX file|the file is damaged|memory|longer than|nested";
    private static final String PDF = "not a whole PDF file|the file is damaged|no text|nested|longer than|memory";

    private final Path articles;

    /** Why each file must be refused, as a pattern, by its name. */
    private final Map<String, String> reasons = new LinkedHashMap<>();

    private HostileFiles(Path articles) {
        this.articles = articles;
    }

    /** Makes them all. */
    static Map<String, String> in(Path articles) throws Exception {
        HostileFiles hostile = new HostileFiles(articles);
        hostile.encodings();
        hostile.lines();
        hostile.markdown();
        hostile.endings();
        hostile.names();
        hostile.links();
        hostile.pages();
        hostile.pdfs();
        hostile.docx();
        return hostile.reasons;
    }

    private void encodings() throws IOException {
        put("zeros.txt", new byte[999], "zero bytes");
        put("zeros-even.txt", new byte[1000], "not whole UTF-16");
        put("half-utf-16.txt", bytes("\u00ff\u00feA\u0000B"), "not whole UTF-16LE");
        put("lone-surrogate.txt", bytes("\u00ff\u00feA\u0000\u0000\u00d8B\u0000"), "not whole UTF-16LE");
        put("damaged.md", bytes("---\ntitle: T\n---\n\u00c3\u00a9 \u00c3\u00a8 \u00c3\u00bc \u0092"), "neither UTF-8");
        put("shift-jis.txt", "外部委託契約は五年間有効である。".repeat(9).getBytes(Charset.forName("Shift_JIS")), "neither UTF-8");
        put(
                "cyrillic.txt",
                "Договор заключён на пять лет. ".repeat(9).getBytes(Charset.forName("windows-1251")),
                "neither");
        byte[] noise = new byte[5_000];
        new Random(7).nextBytes(noise);
        put("noise.txt", noise, "neither UTF-8|zero bytes|not whole");
        put("empty.txt", new byte[0], "the file is empty");
        put("mark-only.txt", bytes("\u00ef\u00bb\u00bf"), "the file is empty");
        put(
                "page-that-lies.html",
                bytes("<meta charset=utf-8><p>\u00c3\u00a9 \u00c3\u00a8 \u00c3\u00bc \u0092"),
                "neither");
        sparse("large.txt", "larger than 20 MB");
        sparse("large.pdf", "larger than 20 MB");
    }

    private void lines() throws IOException {
        put("deep.jsonl", bytes("{\"id\":" + "[".repeat(200_000)), "nesting depth");
        put("digits.jsonl", bytes("{\"id\":" + "9".repeat(100_000) + "}"), "Number value length");
        put("nan.jsonl", bytes("{\"id\":NaN,\"text\":\"t\"}"), "not JSON");
        put("two.jsonl", bytes("{\"id\":\"a\",\"text\":\"t\"} {}"), "more than one value");
        put("array.jsonl", bytes("[1,2]"), "each line needs");
        put("climbing-id.jsonl", bytes("{\"id\":\"../../etc/passwd\",\"text\":\"t\"}"), "each line needs");
        put("long-id.jsonl", bytes("{\"id\":\"" + "a".repeat(201) + "\",\"text\":\"t\"}"), "each line needs");
        put("no-text.jsonl", bytes("{\"id\":\"a\"}"), "each line needs");
        put("surrogate.jsonl", bytes("{\"id\":\"a\",\"text\":\"\\ud800\"}"), "surrogate pair");
        put("latin.jsonl", bytes("{\"id\":\"a\",\"text\":\"caf\u00e9\"}"), "not UTF-8");
        put("cut.jsonl", bytes("{\"id\":\"a\",\"text\":\"t"), "not JSON");
        put(
                "huge-line.jsonl",
                bytes("{\"id\":\"a\",\"text\":\"" + "a".repeat((20 << 20) + 9) + "\"}"),
                "longer than 20 MB");
    }

    private void markdown() throws IOException {
        StringBuilder laughs = new StringBuilder("---\na: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c < 'l'; c++) {
            laughs.append(c).append(": &").append(c).append(" [");
            laughs.append(String.join(",", Collections.nCopies(9, "*" + (char) (c - 1))))
                    .append("]\n");
        }
        put("laughs.md", bytes(laughs + "---\n"), "no text");
        put("deep-yaml.md", bytes("---\na: " + "[".repeat(50_000) + "\n---\n"), "no text");
        put("code-yaml.md", bytes("---\na: !!java.lang.ProcessBuilder [[id]]\n---\n"), "no text");
        put("open.md", bytes("---\ntitle: T\n"), "front matter has no end");
        put("comment.md", bytes("---\ntitle: T\n---\n<!-- " + "x".repeat(300_000) + " -->"), "no text");
    }

    private void endings() throws IOException {
        put("a-pdf.txt", bytes("%PDF-1.7\n..."), "is a PDF file");
        put("a-zip.md", Docxs.zip(Map.of("a", new byte[9])), "is a zip archive");
        put("a-program.html", bytes("\u007fELF\u0002\u0001"), "is a program");
        put("a-picture.md", bytes("\u0089PNG\r\n\u001a\n"), "is a picture");
        put("a-bomb.txt", gzip(50 << 20), "is a gzip archive");
        put("a-letter.txt", bytes("{\\rtf1 Text}"), "is an RTF file");
        put("an-old-letter.txt", bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"), "old or password");
        put("a-page.pdf", bytes("<p>Text."), "not a whole PDF file");
        put("a-text.docx", bytes("Text."), "not a DOCX file");
        put("macro.docm", Docxs.of(Docxs.paragraph("T")), "this kind of file is not read");
        put("program.exe", bytes("MZ"), "this kind of file is not read");
        put("none", bytes("Text."), "this kind of file is not read");
    }

    private void names() throws IOException {
        put("back\\slash.txt", bytes("Text."), "rename the file");
        put("new\nline.txt", bytes("Text."), "rename the file");
        put("bell\u0007.txt", bytes("Text."), "rename the file");
        put("line\u2028separator.txt", bytes("Text."), "rename the file");
        put("n".repeat(210) + ".txt", bytes("Text."), "rename the file");
        Path deep = articles;
        for (int i = 0; i < 31; i++) {
            deep = deep.resolve("d");
        }
        Files.createDirectories(deep.resolve("d/d"));
        Files.writeString(deep.resolve("d/d/x.txt"), "Text.");
        reasons.put(articles.relativize(deep).resolve("d").toString(), "folders deeper than 32");
    }

    private void links() throws Exception {
        link("passwd.txt", Path.of("/etc/passwd"));
        link("root", Path.of("/"));
        link("endless.txt", Path.of("/dev/zero"));
        link("loop", articles);
        link("self.txt", articles.resolve("self.txt"));
        link("dangling.md", articles.resolve("nowhere.md"));
        link("up.txt", Path.of("../../secret.txt"));
        Process made = new ProcessBuilder("mkfifo", articles.resolve("pipe.txt").toString()).start();
        if (made.waitFor() == 0) {
            reasons.put("pipe.txt", "neither a file nor a folder");
        }
    }

    private void pages() throws IOException {
        put("script.html", bytes("<script>while(true);</script>"), "no text");
        put("frames.html", bytes("<frameset><frame src=file:///etc/passwd></frameset>"), "no text");
        put("attribute.html", bytes("<p title='" + "x".repeat(4 << 20) + "'></p>"), "no text");
        put("hidden.html", bytes("<body><div hidden>" + "<p>x".repeat(50_000)), "no text");
        put("elements.html", bytes("<b><i><p>".repeat(2_200_000)), TOO_MUCH);
    }

    private void pdfs() throws IOException {
        byte[] good = Pdfs.bytes(Pdfs.of(List.of(List.of("Text."))));
        put("empty.pdf", new byte[0], PDF);
        put("head-only.pdf", bytes("%PDF-1.7\n"), PDF);
        put("cut.pdf", Arrays.copyOf(good, good.length / 3), PDF);
        put("password.pdf", Pdfs.locked("secret", true), "protected with a password");
        put("no-copying.pdf", Pdfs.locked("", false), "does not allow its text");
        put("pictures.pdf", Pdfs.bytes(Pdfs.of(List.of(List.of()))), "only pictures");
        put(
                "deep.pdf",
                bytes("%PDF-1.7\n1 0 obj\n" + "[".repeat(900_000) + "\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
                PDF);
        put("cyclic-tree.pdf", pdf("<</Type/Pages/Kids[2 0 R]/Count 1>>", ""), PDF);
        put("cyclic-parents.pdf", pdf("<</Type/Pages/Parent 2 0 R/Kids[2 0 R 2 0 R]/Count 999999999>>", ""), PDF);
        put("no-pages.pdf", pdf("null", ""), PDF);
        put("nested-bomb.pdf", bomb("q ", 200 << 20), TOO_MUCH);
        put("garbage.pdf", bytes("%PDF-1.7\n" + "x y z ".repeat(100_000)), PDF);
    }

    private void docx() throws Exception {
        String text = Docxs.paragraph("Text.");
        byte[] good = Docxs.of(text);
        put("cut.docx", Arrays.copyOf(good, good.length / 2), DOCX);
        put("empty.docx", new byte[0], "not a DOCX file");
        put("no-text.docx", Docxs.of(""), "no text");
        put("password.docx", encrypted(good), "protected with a password");
        put("macro.docx", Docxs.of(text, Map.of("word/vbaProject.bin", new byte[9])), "holds macros");
        put("no-document.docx", Docxs.zip(Map.of("word/other.xml", bytes("<a/>"))), DOCX);
        put("climbing.docx", Docxs.zip(Map.of("../../../etc/cron.d/x", bytes("x"))), DOCX);
        put("external-entity.docx", entity("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"), DOCX);
        put("parameter-entity.docx", entity("<!DOCTYPE a [<!ENTITY % e SYSTEM \"file:///etc/passwd\">%e;]>"), DOCX);
        put("laughs.docx", entity(laughs()), DOCX);
        put("not-xml.docx", Docxs.of("<w:p><unclosed>"), DOCX);
        put(
                "deep-tables.docx",
                Docxs.of("<w:tbl><w:tr><w:tc>".repeat(3_000) + "</w:tc></w:tr></w:tbl>".repeat(3_000)),
                DOCX);
        put("bomb.docx", Docxs.zipOf("word/document.xml", new Same(' ', 400L << 20)), DOCX);
        put("endless-table.docx", Docxs.of("<w:tbl>" + "<w:tr><w:tc/></w:tr>".repeat(3_000_000) + "</w:tbl>"), DOCX);
        Map<String, byte[]> many = new TreeMap<>();
        for (int i = 0; i < 2_500; i++) {
            many.put("word/p" + i + ".xml", bytes("<a/>"));
        }
        put("many-parts.docx", Docxs.of(text, many), DOCX);
    }

    private static byte[] entity(String declaration) throws IOException {
        return Docxs.document(declaration, Docxs.paragraph("&e;"), Map.of());
    }

    private static String laughs() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return laughs + "<!ENTITY e \"&a11;\">]>";
    }

    private static byte[] pdf(String pages, String other) {
        return bytes("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n" + pages + "\nendobj\n"
                + other + "trailer<</Root 1 0 R/Size 9>>\n%%EOF");
    }

    /** A page whose content is some words many times over. */
    private static byte[] bomb(String words, int bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(packed)) {
            byte[] block = words.repeat(1_000).getBytes(StandardCharsets.ISO_8859_1);
            for (int left = bytes; left > 0; left -= block.length) {
                deflate.write(block);
            }
        }
        String stream = packed.toString(StandardCharsets.ISO_8859_1);
        return pdf(
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
                        + "\nendobj\n5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n4 0 obj\n<</Filter/"
                        + "FlateDecode/Length " + stream.length() + ">>stream\n" + stream + "\nendstream\nendobj\n");
    }

    private static byte[] encrypted(byte[] file) throws Exception {
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(system)) {
                out.write(file);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            system.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] gzip(int bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            new Same(' ', bytes).transferTo(gzip);
        }
        return out.toByteArray();
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(articles.resolve(name), target);
        reasons.put(name, "links are not followed");
    }

    private void sparse(String name, String reason) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(articles.resolve(name).toFile(), "rw")) {
            file.setLength((20 << 20) + 1);
        }
        reasons.put(name, reason);
    }

    private void put(String name, byte[] content, String reason) throws IOException {
        Files.write(articles.resolve(name), content);
        reasons.put(name, reason);
    }

    /** Each character as one byte. */
    private static byte[] bytes(String characters) {
        return characters.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One byte over and over. */
    private static final class Same extends InputStream {
        private final byte same;
        private long left;

        Same(char same, long count) {
            this.same = (byte) same;
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? same : -1;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            int given = (int) Math.min(count, left);
            left -= given;
            Arrays.fill(into, from, from + given, same);
            return given == 0 ? -1 : given;
        }
    }
}
