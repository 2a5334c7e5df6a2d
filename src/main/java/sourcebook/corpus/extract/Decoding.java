package sourcebook.corpus.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes as text: UTF-8, UTF-16 and UTF-32 by their mark, UTF-16 without one, Windows-1252 by detection. A byte that does
 * not fit is a reason to refuse, never a character of replacement.
 */
public final class Decoding {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String SAVE = "; save the file as UTF-8";

    /** How far pages declare their encoding, and how much shows what UTF-16 looks like. */
    private static final int OPENING_BYTES = 4096;

    private static final Pattern DECLARED =
            Pattern.compile("<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);

    /** What stands in text of no kind. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0e-\\x1a\\x1c-\\x1f]");

    private Decoding() {}

    /** Text in whatever encoding, without a byte order mark and with plain line ends. */
    public static String text(byte[] bytes) throws Unreadable {
        return plainLines(decode(bytes, Optional.empty()));
    }

    /** A web page's text, in the encoding that it declares if the bytes are in that. */
    public static String page(byte[] bytes) throws Unreadable {
        return plainLines(decode(bytes, declared(bytes)));
    }

    /** Bytes as UTF-8 and nothing else, without a byte order mark. */
    public static String utf8(byte[] bytes) throws Unreadable {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return withoutMark(strictly(StandardCharsets.UTF_8, in));
        } catch (CharacterCodingException e) {
            throw new Unreadable(lineAt(bytes, in.position()), "not UTF-8 text" + SAVE);
        }
    }

    private static String decode(byte[] bytes, Optional<Charset> declared) throws Unreadable {
        Optional<Signature> other = Signature.of(bytes);
        if (other.isPresent()) {
            throw new Unreadable(0, "the file is " + other.get().words() + ", which its name does not say; rename it");
        }
        Optional<Charset> wide = byMark(bytes).or(() -> byZeros(bytes));
        if (wide.isPresent()) {
            return withoutMark(as(wide.get(), bytes));
        }
        String text = fits(StandardCharsets.UTF_8, bytes)
                .or(() -> declared.flatMap(charset -> fits(charset, bytes)))
                .orElse("");
        String decoded = text.isEmpty() && bytes.length > 0 ? detected(bytes) : withoutMark(text);
        if (decoded.indexOf('\0') >= 0) {
            throw new Unreadable(0, "not text: it holds zero bytes" + SAVE);
        }
        return decoded;
    }

    private static Optional<Charset> byMark(byte[] bytes) {
        int first = first(bytes, 2);
        if (first == 0xfffe) {
            return Optional.of(first(bytes, 4) == 0xfffe0000 ? Charset.forName("UTF-32LE") : StandardCharsets.UTF_16LE);
        }
        if (first(bytes, 4) == 0x0000feff) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        return first == 0xfeff ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /** European text in UTF-16 has a zero for every other byte. */
    private static Optional<Charset> byZeros(byte[] bytes) {
        int length = Math.min(bytes.length, OPENING_BYTES) & ~1;
        int[] zeros = new int[2];
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        if (bytes.length % 2 != 0 || Math.max(zeros[0], zeros[1]) < length / 4 || zeros[0] + zeros[1] == 0) {
            return Optional.empty();
        }
        return Optional.of(zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static String detected(byte[] bytes) throws Unreadable {
        int position = firstBad(bytes);
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        detector.reset();
        Optional<String> western = "WINDOWS-1252".equals(name) && !mostlyUtf8(bytes)
                ? fits(WINDOWS_1252, bytes)
                        .filter(text -> !CONTROL.matcher(text).find())
                : Optional.empty();
        return western.orElseThrow(
                () -> new Unreadable(lineAt(bytes, position), "neither UTF-8, UTF-16 nor Windows-1252 text" + SAVE));
    }

    /** Whether the text has more characters that are good UTF-8 than bytes that are not: then it is UTF-8 with damage. */
    private static boolean mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long bad = text.chars().filter(c -> c == '\ufffd').count();
        long good = text.chars().filter(c -> c > 0x7f && c != '\ufffd').count();
        return good > bad;
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String opening = new String(bytes, 0, Math.min(bytes.length, OPENING_BYTES), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(opening);
        if (!declared.find()) {
            return Optional.empty();
        }
        String name = declared.group(1).toLowerCase(Locale.ROOT);
        // The names of Latin-1 and ASCII mean Windows-1252 on the web: encoding.spec.whatwg.org, "Names and labels".
        boolean latin = name.matches("iso-?8859-?1|latin1|us-ascii|ascii|cp1252");
        try {
            return Optional.of(latin ? WINDOWS_1252 : Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String as(Charset charset, byte[] bytes) throws Unreadable {
        return fits(charset, bytes)
                .filter(text -> text.indexOf('\0') < 0)
                .orElseThrow(() -> new Unreadable(0, "not whole " + charset + " text" + SAVE));
    }

    private static Optional<String> fits(Charset charset, byte[] bytes) {
        try {
            return Optional.of(strictly(charset, ByteBuffer.wrap(bytes)));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String strictly(Charset charset, ByteBuffer bytes) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes)
                .toString();
    }

    private static int firstBad(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            strictly(StandardCharsets.UTF_8, in);
            return 0;
        } catch (CharacterCodingException e) {
            return in.position();
        }
    }

    private static int first(byte[] bytes, int count) {
        int value = 0;
        for (int i = 0; i < count && bytes.length >= count; i++) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return value;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String plainLines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static int lineAt(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
