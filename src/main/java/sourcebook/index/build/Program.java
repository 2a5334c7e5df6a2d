package sourcebook.index.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which build of this program is running. Another build may read files and lay down documents in another way, so what an
 * earlier one indexed is not built upon.
 */
public final class Program {
    private static final int HASH_BYTES = 16;
    private static final String UNKNOWN = "unknown";

    /** Of the jar, or of the folder of classes: equal where nothing was compiled anew. */
    public static final String ID = id();

    private Program() {}

    private static String id() {
        CodeSource source = Program.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return UNKNOWN;
        }
        try {
            Path path = Path.of(source.getLocation().toURI());
            return HexFormat.of().formatHex(Files.isDirectory(path) ? folder(path) : jar(path), 0, HASH_BYTES);
        } catch (IOException | URISyntaxException e) {
            return UNKNOWN;
        }
    }

    private static byte[] jar(Path jar) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
    }

    private static byte[] folder(Path folder) throws IOException {
        MessageDigest digest = sha256();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : sorted) {
                String line = folder.relativize(file) + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
