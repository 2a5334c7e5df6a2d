package sourcebook.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.index.build.IndexedFile;

/**
 * The generation that a draft begins with.
 *
 * @param folder null where the draft begins with nothing
 * @param files that it was built from, by their names
 * @param asked ids of articles that fact sheets were compared with
 * @param contracts how many it holds
 */
record Before(@Nullable Path folder, Map<String, IndexedFile> files, Set<String> asked, int contracts) {
    static final Before NOTHING = new Before(null, Map.of(), Set.of(), 0);

    /** Copies one of its folders into a draft, as it is; nothing where it has none. */
    void copy(String name, Path draft) throws IOException {
        if (folder == null || !Files.isDirectory(folder.resolve(name))) {
            return;
        }
        Path into = Files.createDirectories(draft.resolve(name));
        try (Stream<Path> all = Files.list(folder.resolve(name))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().equals("write.lock")) {
                    Files.copy(file, into.resolve(file.getFileName().toString()));
                }
            }
        }
    }
}
