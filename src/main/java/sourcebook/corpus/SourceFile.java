package sourcebook.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import sourcebook.corpus.extract.Decoding;
import sourcebook.corpus.extract.Unreadable;

/**
 * A file of the corpus.
 *
 * @param name its path below the corpus folder, with forward slashes
 * @param id its path below {@code articles} without the ending: the id of the article in it
 */
record SourceFile(Path path, String name, String id) {
    /** A single article is no larger than this; collections are read line by line. */
    private static final int MAX_BYTES = 20 << 20;

    /** The file itself, never what a link put in its place leads to. */
    InputStream open() throws IOException {
        return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
    }

    byte[] bytes() throws IOException {
        try (InputStream in = open()) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new Unreadable(0, "the file is larger than 20 MB; split it into articles");
            }
            return bytes;
        }
    }

    /** The whole file as text, without a byte order mark and with plain line ends. */
    String text() throws IOException {
        return Decoding.text(bytes());
    }

    /** The last part of the id, made readable: the title of an article that states none. */
    String readableName() {
        return id.substring(id.lastIndexOf('/') + 1).replace('-', ' ').replace('_', ' ');
    }
}
