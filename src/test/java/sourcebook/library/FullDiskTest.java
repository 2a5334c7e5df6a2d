package sourcebook.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;

/** A disk of a few megabytes that is filled up to some bytes; needs the right to mount one. */
@SuppressWarnings("NullAway.Init")
final class FullDiskTest {
    private static final int DISK_KILOBYTES = 8_192;
    private static final int STEPS = Integer.getInteger("disks", 5);

    @TempDir
    Path folder;

    private Path disk;
    private boolean mounted;

    @BeforeEach
    void aSmallDisk() throws Exception {
        disk = Files.createDirectories(folder.resolve("disk"));
        mounted = ran("mount", "-t", "tmpfs", "-o", "size=" + DISK_KILOBYTES + "k", "tmpfs", disk.toString());
        assumeTrue(mounted, "SKIPPED WITHOUT THE RIGHT TO MOUNT: run as root to see what a full disk does");
    }

    @AfterEach
    void away() throws Exception {
        if (mounted) {
            assertThat(ran("umount", "-l", disk.toString())).isTrue();
        }
    }

    @Test
    void howeverLittleIsFreeTheOldOneServesAndTheNextRunWorks() throws Exception {
        Path corpus = folder.resolve("corpus");
        Oracle oracle = new Oracle(corpus);
        oracle.version(0);
        Order order = new Order(Actor.operator("a test"), true, null);
        try (Library library = new Library(corpus, disk.resolve("state"), null, Clock.systemUTC())) {
            assertThat(library.reindex(order, Progress.Watcher.NONE)).isInstanceOf(Reindex.Published.class);
            int size = size(disk.resolve("state/generations/1"));
            oracle.version(1);
            for (int step = 0; step < STEPS; step++) {
                int free = 8_192 + (int) ((long) size * step / STEPS);
                fill(free);

                Reindex outcome = library.reindex(order, Progress.Watcher.NONE);

                assertThat(outcome)
                        .as(free + " bytes free")
                        .isInstanceOfSatisfying(
                                Reindex.Failed.class,
                                failed -> assertThat(failed.reason()).startsWith("The disk is full:"));
                assertThat(Oracle.version(library)).isZero();
                assertThat(disk.resolve("state/generations/2.draft")).doesNotExist();
            }
            Oracle.check(library);
            Files.delete(disk.resolve("filler"));

            assertThat(library.reindex(order, Progress.Watcher.NONE)).isInstanceOf(Reindex.Published.class);
            assertThat(Oracle.version(library)).isEqualTo(1);
            Oracle.check(library);
        }
    }

    /** Fills the disk until so many bytes are free. */
    private void fill(int free) throws IOException {
        Path filler = disk.resolve("filler");
        Files.deleteIfExists(filler);
        long usable = Files.getFileStore(disk).getUsableSpace();
        Files.write(filler, new byte[(int) Math.max(0, usable - free)]);
    }

    private static int size(Path generation) throws IOException {
        try (var files = Files.list(generation)) {
            return files.mapToInt(file -> (int) file.toFile().length()).sum();
        }
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
