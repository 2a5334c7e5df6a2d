package sourcebook.library.run;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sourcebook.library.report.Json;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Report;
import sourcebook.library.report.Stage;

/**
 * What a reindex tells other processes and they tell it: where it stands, the last report, and that it is called off.
 * All of it may be lost without harm to what is served.
 */
public final class RunFile {
    private static final System.Logger LOG = System.getLogger(RunFile.class.getName());

    /** A file that a process, which it names, has not yet put in its place. */
    private static final Pattern BEGUN = Pattern.compile(".*\\.(\\d{1,18})\\.next");

    private final Path state;

    public RunFile(Path state) {
        this.state = state;
    }

    /**
     * The last reindex of any process: running, or how it ended. One whose process was killed is told as failed.
     */
    public Optional<Progress> progress() throws IOException {
        Optional<Progress> last = read("reindex.json", Progress.class);
        if (last.isPresent() && !last.get().stage().ended() && !ReindexLock.held(state)) {
            // It may have ended between the two looks.
            return read("reindex.json", Progress.class)
                    .map(now -> now.stage().ended() ? now : now.ended("The process was stopped before it was done."));
        }
        return last;
    }

    /** The report of the last reindex that came as far as being checked. */
    public Optional<Report> report() throws IOException {
        return read("report.json", Report.class);
    }

    /** Asks the reindex of that name to stop; whoever runs it looks here some times a second. */
    public void cancel(String run, String by) throws IOException {
        replace("reindex.cancel", run + "\n" + by);
    }

    /** Who called that reindex off. */
    Optional<String> cancelledBy(String run) throws IOException {
        return text("reindex.cancel")
                .filter(text -> text.startsWith(run + "\n"))
                .map(text -> text.substring(run.length() + 1));
    }

    /** Tells where a reindex stands; a disk that is full does not stop it here, but where it matters. */
    void tell(Progress progress) {
        try {
            replace("reindex.json", Json.write(progress));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Where the reindex stands could not be written: " + e.getMessage());
        }
    }

    /** The fingerprint of a corpus that is not to be indexed again unless somebody says so. */
    public Optional<String> leftAlone() throws IOException {
        return text("left-alone.txt");
    }

    /** Keeps automatic reindexing from a corpus that was refused, called off or rolled back. */
    public void leaveAlone(String fingerprint) {
        try {
            replace("left-alone.txt", fingerprint);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The corpus may be indexed again by itself: " + e.getMessage());
        }
    }

    /** How many seconds one unit of each stage took in the last reindex that was published. */
    Map<Stage, Double> rates() {
        Map<Stage, Double> rates = new EnumMap<>(Stage.class);
        try {
            read("rates.json", Rates.class).ifPresent(read -> rates.putAll(read.secondsEach()));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The rates of the last reindex could not be read: " + e.getMessage());
        }
        return rates;
    }

    void rates(Map<Stage, Double> secondsEach) {
        try {
            replace("rates.json", Json.write(new Rates(secondsEach)));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The rates of the reindex could not be kept: " + e.getMessage());
        }
    }

    private record Rates(Map<Stage, Double> secondsEach) {}

    void keep(Report report) {
        try {
            replace("report.json", Json.write(report));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The report of the reindex could not be kept: " + e.getMessage());
        }
    }

    private <T> Optional<T> read(String name, Class<T> type) throws IOException {
        return text(name).flatMap(text -> Json.read(text, type));
    }

    private Optional<String> text(String name) throws IOException {
        try {
            return Optional.of(Files.readString(state.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Deletes what processes that were killed had begun to write. */
    void clean() {
        try (Stream<Path> files = Files.list(state)) {
            for (Path file : files.toList()) {
                Matcher begun = BEGUN.matcher(file.getFileName().toString());
                if (begun.matches()
                        && ProcessHandle.of(Long.parseLong(begun.group(1))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "What killed processes left could not be deleted: " + e.getMessage());
        }
    }

    /** Whoever reads meanwhile sees the old text or the new one. */
    private void replace(String name, String text) throws IOException {
        Path next = state.resolve(name + "." + ProcessHandle.current().pid() + ".next");
        try {
            Files.writeString(next, text);
            Files.move(next, state.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
