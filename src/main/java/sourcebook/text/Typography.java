package sourcebook.text;

import java.text.Normalizer;

/** Takes out of a text what only typesetters choose: which quotation marks, dashes and spaces. Pure; safe for many threads. */
public final class Typography {
    private Typography() {}

    /** The text in plain marks: straight quotation marks, hyphens for dashes, one space for spaces. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        for (int at = 0; at < normal.length(); at++) {
            char mark = plain(normal.charAt(at));
            boolean again = mark == ' ' && (plain.isEmpty() || plain.charAt(plain.length() - 1) == ' ');
            if (mark != 0 && !again) {
                plain.append(mark);
            }
        }
        return plain.toString().stripTrailing();
    }

    /** One character in plain marks, 0 for one that shows as nothing. */
    public static char plain(char mark) {
        return switch (mark) {
            case '“', '”', '„', '‟', '«', '»', '″' -> '"';
            case '‘', '’', '‚', '‛', '‹', '›', '′', '`', '´' -> '\'';
            case '‐', '‑', '‒', '–', '—', '―', '−' -> '-';
            case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff' -> 0;
            default -> Character.isWhitespace(mark) || Character.isSpaceChar(mark) ? ' ' : mark;
        };
    }

    /** Whether two texts have the same words and differ at most in such marks. */
    public static boolean same(String one, String other) {
        return one.equals(other) || (!differ(one, other) && plain(one).equals(plain(other)));
    }

    /** Whether their first letters already tell them apart: most texts differ in a few, and plain text costs more. */
    private static boolean differ(String one, String other) {
        int here = letter(one, 0);
        int there = letter(other, 0);
        while (simple(one, here) && simple(other, there)) {
            if (one.charAt(here) != other.charAt(there)) {
                return true;
            }
            here = letter(one, here + 1);
            there = letter(other, there + 1);
        }
        return false;
    }

    private static int letter(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether a plain letter stands there: two that differ still differ when marks are put upon them. */
    private static boolean simple(String text, int at) {
        return at < text.length() && text.charAt(at) < 128;
    }
}
