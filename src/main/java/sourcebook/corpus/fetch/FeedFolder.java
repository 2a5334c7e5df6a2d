package sourcebook.corpus.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The articles of one feed, a file each, and what is remembered of the feed. Each file is written beside its place and
 * moved there, so that a process that is killed leaves it old or new; what it left beside is hidden and replaced.
 */
record FeedFolder(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEMORY = ".feed.json";
    private static final String NEXT = ".next";

    /** What is remembered; nothing where it is damaged, so that all is fetched again. */
    FeedMemory memory(String url) throws IOException {
        try {
            return JSON.readValue(Files.readString(folder.resolve(MEMORY)), FeedMemory.class);
        } catch (NoSuchFileException | JsonProcessingException e) {
            return FeedMemory.none(url);
        }
    }

    void remember(FeedMemory memory) throws IOException {
        write(MEMORY, JSON.writeValueAsString(memory));
    }

    boolean has(String file) {
        return !file.isEmpty() && Files.isRegularFile(folder.resolve(file));
    }

    /** Keeps an article, in place of an earlier one in that file. */
    void keep(String file, Map<String, String> article) throws IOException {
        write(file, JSON.writeValueAsString(article) + "\n");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder);
        Path next = folder.resolve(NEXT);
        Files.writeString(next, text);
        Files.move(next, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
