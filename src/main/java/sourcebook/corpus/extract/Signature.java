package sourcebook.corpus.extract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What kind of file its first bytes say it is, whatever its name. */
public enum Signature {
    PDF("a PDF file", "%PDF-"),
    ZIP("a zip archive or Office file", "PK\u0003\u0004"),
    EMPTY_ZIP("an empty zip archive", "PK\u0005\u0006"),
    OLE("an old or password-protected Office file", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
    RTF("an RTF file", "{\\rtf"),
    GZIP("a gzip archive", "\u001f\u008b"),
    SEVEN_ZIP("a 7z archive", "7z\u00bc\u00af\u0027\u001c"),
    RAR("a rar archive", "Rar!\u001a"),
    PNG("a picture", "\u0089PNG"),
    JPEG("a picture", "\u00ff\u00d8\u00ff"),
    GIF("a picture", "GIF8"),
    ELF("a program", "\u007fELF"),
    CLASS("a program", "\u00ca\u00fe\u00ba\u00be");

    private final String words;
    private final byte[] start;

    Signature(String words, String start) {
        this.words = words;
        this.start = start.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** In words that fit behind "the file is". */
    public String words() {
        return words;
    }

    public boolean begins(byte[] bytes) {
        return bytes.length >= start.length && Arrays.equals(start, 0, start.length, bytes, 0, start.length);
    }

    public static Optional<Signature> of(byte[] bytes) {
        return Arrays.stream(values())
                .filter(signature -> signature.begins(bytes))
                .findFirst();
    }
}
