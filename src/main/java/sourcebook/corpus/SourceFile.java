package sourcebook.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import sourcebook.model.Problem;

/**
 * A file of the corpus.
 *
 * @param name its path below the corpus folder, with forward slashes
 * @param id its path below {@code articles} without the ending: the id of the article in it
 */
record SourceFile(Path path, String name, String id) {
    /** A single article is no larger than this; collections are read line by line. */
    private static final long MAX_BYTES = 20L << 20;

    /** The file is not text that can be read; the message says what to do. */
    static final class Unreadable extends IOException {
        private final int line;
        private final String what;

        Unreadable(int line, String what) {
            super(what);
            this.line = line;
            this.what = what;
        }

        Problem in(String file) {
            return Problem.error(file, line, what);
        }

        /** The same trouble in a part of a file that begins at a line of its own. */
        Problem in(String file, int partLine) {
            return Problem.error(file, partLine, what);
        }
    }

    /** The whole file as UTF-8 text, without a byte order mark and with plain line ends. */
    String text() throws IOException {
        if (Files.size(path) > MAX_BYTES) {
            throw new Unreadable(0, "the file is larger than 20 MB; split it into articles");
        }
        return decode(Files.readAllBytes(path)).replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The last part of the id, made readable: the title of an article that states none. */
    String readableName() {
        return id.substring(id.lastIndexOf('/') + 1).replace('-', ' ').replace('_', ' ');
    }

    /** Bytes as UTF-8; a byte that is not UTF-8 is refused rather than replaced. */
    static String decode(byte[] bytes) throws Unreadable {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Unreadable(lineAt(bytes, in.position()), "not UTF-8 text; save the file as UTF-8");
        }
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
