package sourcebook.app.contract;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The key that addresses of pictures are signed with: made once, kept in the state folder for its owner's eyes alone. */
public final class ChartKey {
    private static final String FILE = "charts.key";
    private static final int BYTES = 32;

    private ChartKey() {}

    /** The key in the folder; a new one where there is none, or none that is long enough. */
    public static byte[] in(Path state, SecureRandom random) throws IOException {
        Path file = state.resolve(FILE);
        if (!Files.isRegularFile(file) || Files.size(file) < BYTES) {
            write(state, file, random);
        }
        return Files.readAllBytes(file);
    }

    private static void write(Path state, Path file, SecureRandom random) throws IOException {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        Files.createDirectories(state);
        Path made = Files.createTempFile(state, FILE, ".new", ownerAlone(state));
        Files.write(made, key);
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerAlone(Path state) throws IOException {
        FileStore store = Files.getFileStore(state);
        return store.supportsFileAttributeView(PosixFileAttributeView.class)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
