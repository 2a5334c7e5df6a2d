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
        return one.equals(other) || plain(one).equals(plain(other));
    }
}
