package sourcebook.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph or two of an article, as the index keeps it, with the SHA-256 taken when it was read from the corpus. A value,
 * safe for many threads.
 */
public final class Passage {
    private static final HexFormat HEX = HexFormat.of();

    private final Citation citation;
    private final int start;
    private final String text;
    private final String sha256;

    /** Whether the words were found to be intact; they cannot change after that, so once is enough. */
    private volatile boolean checked;

    /**
     * A passage as it is stored.
     *
     * @param start where the passage begins in the article's text, in UTF-16 units
     * @param text the passage's words
     * @param sha256 hexadecimal SHA-256 of the words' UTF-8 bytes, as stored beside them
     */
    public Passage(Citation citation, int start, String text, String sha256) {
        this.citation = citation;
        this.start = start;
        this.text = text;
        this.sha256 = sha256;
    }

    /** The stored words no longer match the hash stored with them; they must not be quoted. */
    public static final class Altered extends RuntimeException {
        private Altered(Passage passage) {
            super("the stored text of article " + passage.citation.article() + " at " + passage.start
                    + " no longer matches its SHA-256; reindex the corpus");
        }
    }

    /** A passage of {@code article}, hashed now. */
    public static Passage of(Article article, Span span) {
        String text = span.in(article.text());
        return new Passage(article.citation(), span.start(), text, sha256(text));
    }

    /** Which article it is of. */
    public Citation citation() {
        return citation;
    }

    /** Where it begins in the article's text, in UTF-16 units. */
    public int start() {
        return start;
    }

    /** Its words, unchecked: what is shown is {@link #cut}. */
    public String text() {
        return text;
    }

    /** The hexadecimal SHA-256 that is stored beside the words. */
    public String sha256() {
        return sha256;
    }

    public Span span() {
        return new Span(start, start + text.length());
    }

    /** Whether the words have the hash that was taken when they were read from the corpus. */
    public boolean intact() {
        if (!checked) {
            checked = spells(sha256, digest(text));
        }
        return checked;
    }

    /**
     * The words at {@code span}, which is in the article's offsets, checked against the hash.
     *
     * @throws Altered if the stored words are not those that were hashed
     */
    public String cut(Span span) {
        if (!span().contains(span)) {
            throw new IllegalArgumentException("span " + span + " must lie within its passage " + span());
        }
        if (!intact()) {
            throw new Altered(this);
        }
        return span.shifted(-start).in(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Passage passage
                && start == passage.start
                && text.equals(passage.text)
                && sha256.equals(passage.sha256)
                && citation.equals(passage.citation);
    }

    @Override
    public int hashCode() {
        return 31 * sha256.hashCode() + start;
    }

    @Override
    public String toString() {
        return "Passage[" + citation.article() + " at " + start + ": " + text + "]";
    }

    /** Hexadecimal SHA-256 of the text's UTF-8 bytes. */
    public static String sha256(String text) {
        return HEX.formatHex(digest(text));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether a string is a digest in hexadecimal; without writing the digest as a string first. */
    private static boolean spells(String hex, byte[] digest) {
        boolean same = hex.length() == 2 * digest.length;
        for (int i = 0; same && i < digest.length; i++) {
            same = hex.charAt(2 * i) == HEX.toHighHexDigit(digest[i])
                    && hex.charAt(2 * i + 1) == HEX.toLowHexDigit(digest[i]);
        }
        return same;
    }
}
