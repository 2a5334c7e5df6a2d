package sourcebook.corpus;

import java.io.IOException;

/** A way to write articles in a file. */
sealed interface Format permits Markdown, Html, PlainText, JsonLines {
    /** Reads the file's articles into the intake; what is wrong with the file goes there too, as problems. */
    void read(SourceFile file, Intake intake) throws IOException;
}
