package sourcebook.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Where generations lie: {@code generations/<number>}, drafts as {@code generations/<number>.draft}, and the one-line
 * file {@code CURRENT} with the number that is served. Publishing is two renames; a crash between them leaves the old
 * generation current, and the new one beside it as if it had been rolled back.
 */
final class GenerationFolders {
    private static final String DRAFT = ".draft";
    private static final int KEPT = 3;

    private final Path state;
    private final Path generations;

    GenerationFolders(Path state) {
        this.state = state;
        this.generations = state.resolve("generations");
    }

    /** The number that CURRENT names. */
    OptionalLong current() throws IOException {
        Path file = state.resolve("CURRENT");
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(file).strip()));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (NumberFormatException e) {
            throw new IOException(file + " should hold one number; delete it and run 'bin/sourcebook reindex'", e);
        }
    }

    Path folder(long number) {
        return generations.resolve(Long.toString(number));
    }

    /** The published generations' numbers, newest first. */
    List<Long> published() throws IOException {
        return list().filter(name -> name.matches("\\d+"))
                .map(Long::valueOf)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** An empty folder for the next generation's draft; what an interrupted run left is deleted first. */
    Path newDraft(long number) throws IOException {
        deleteDrafts();
        return Files.createDirectories(generations.resolve(number + DRAFT));
    }

    long nextNumber() throws IOException {
        List<Long> published = published();
        return published.isEmpty() ? 1 : published.getFirst() + 1;
    }

    /** Fills a draft's folder with copies of the files of a generation's own index. */
    void copy(Path generation, Path draft) throws IOException {
        try (Directory directory = FSDirectory.open(generation)) {
            for (String file : SegmentInfos.readLatestCommit(directory).files(true)) {
                Files.copy(generation.resolve(file), draft.resolve(file));
            }
        }
    }

    /**
     * Makes a verified draft the current generation, durably. Kept are it, the one that was served before it, and the
     * newest others until there are {@link #KEPT}.
     */
    void publish(Draft draft, OptionalLong before) throws IOException {
        long number = draft.generation().number();
        Files.move(draft.folder(), folder(number), StandardCopyOption.ATOMIC_MOVE);
        sync(generations);
        makeCurrent(number);
        List<Long> kept = new ArrayList<>(List.of(number));
        before.ifPresent(kept::add);
        published().stream()
                .filter(other -> !kept.contains(other))
                .limit(KEPT - kept.size())
                .forEach(kept::add);
        for (long old : published()) {
            if (!kept.contains(old)) {
                delete(folder(old));
            }
        }
    }

    /** Makes a published generation the current one, durably. */
    void makeCurrent(long number) throws IOException {
        Path next = state.resolve("CURRENT.next");
        Files.write(
                next,
                (number + "\n").getBytes(StandardCharsets.US_ASCII),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.DSYNC);
        Files.move(next, state.resolve("CURRENT"), StandardCopyOption.ATOMIC_MOVE);
        sync(state);
    }

    void deleteDrafts() throws IOException {
        for (String name : list().filter(name -> name.endsWith(DRAFT)).toList()) {
            delete(generations.resolve(name));
        }
    }

    private Stream<String> list() throws IOException {
        if (!Files.isDirectory(generations)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(generations)) {
            return entries.map(path -> path.getFileName().toString()).toList().stream();
        }
    }

    /** Renames are durable only when their folder is. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
