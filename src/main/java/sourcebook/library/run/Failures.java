package sourcebook.library.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Says what is wrong with the world: Java's own message is often the name of a file alone. */
final class Failures {
    private Failures() {}

    /** What happened, to what, and what to do. */
    static String told(IOException e) {
        if (full(e)) {
            return "The disk is full: free some space, then reindex. What was served before still is. ("
                    + e.getMessage() + ")";
        }
        return switch (e) {
            case NoSuchFileException none -> none.getFile() + ": there is no such file";
            case AccessDeniedException denied -> denied.getFile() + ": this user may not read or write it";
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }

    private static boolean full(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("no space left") || message.contains("quota exceeded")) {
                return true;
            }
        }
        return false;
    }
}
