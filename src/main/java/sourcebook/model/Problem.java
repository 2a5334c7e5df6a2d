package sourcebook.model;

/**
 * Something wrong with the corpus, found while reading it; the rest is read all the same.
 *
 * @param file the path below the corpus folder, with forward slashes
 * @param line the line in the file, from 1; 0 where no line can be named
 * @param what what is wrong and what to do about it
 */
public record Problem(Level level, String file, int line, String what) {

    /** Whether the entry was left out, or only a part of what it states. */
    public enum Level {
        WARNING,
        ERROR
    }

    public static Problem error(String file, int line, String what) {
        return new Problem(Level.ERROR, file, line, what);
    }

    public static Problem warning(String file, int line, String what) {
        return new Problem(Level.WARNING, file, line, what);
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + what;
    }
}
