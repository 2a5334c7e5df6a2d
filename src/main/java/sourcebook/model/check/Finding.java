package sourcebook.model.check;

/**
 * What a check of the set-up found.
 *
 * @param what a sentence that says what is so, without any secret
 * @param mend what to do about it; empty where nothing is to be done
 */
public record Finding(Level level, String what, String mend) {

    /** Whether something is right, worth knowing, or to be mended. */
    public enum Level {
        GOOD,
        NOTE,
        BAD
    }

    public static Finding good(String what) {
        return new Finding(Level.GOOD, what, "");
    }

    public static Finding note(String what, String mend) {
        return new Finding(Level.NOTE, what, mend);
    }

    public static Finding bad(String what, String mend) {
        return new Finding(Level.BAD, what, mend);
    }
}
