package sourcebook.app.doctor;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import sourcebook.app.settings.Settings;
import sourcebook.index.Lease;
import sourcebook.library.Librarian;
import sourcebook.library.Library;
import sourcebook.model.Generation;
import sourcebook.model.Problem;
import sourcebook.model.check.Finding;

/** What can be told without asking anybody: secrets, files, corpus and index. */
final class LocalChecks {
    private static final int FEWEST_LETTERS = 10;
    private static final List<String> SECRET_FILES =
            List.of("journal.db", "journal.db-wal", "journal.db-shm", "charts.key");
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Settings settings;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    LocalChecks(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    List<Finding> findings() {
        findings.add(Finding.good("Settings: all can be read."));
        charset(Charset.defaultCharset());
        secret();
        admins();
        files();
        corpus();
        index();
        return findings;
    }

    /** Slack's requests do not keep their signature where Java takes their bytes for another encoding. */
    private void charset(Charset charset) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            findings.add(Finding.bad(
                    "Java: text is taken for " + charset + ".",
                    "Start with bin/sourcebook, or with -Dfile.encoding=UTF-8."));
        }
    }

    private void secret() {
        String secret = settings.secret();
        if (secret == null) {
            findings.add(Finding.note(
                    "Secrets: SOURCEBOOK_SECRET is not set, so buttons are sealed with Slack's secret, and tokens of many"
                            + " workspaces cannot be kept.",
                    "Set it to what 'openssl rand -hex 32' prints, and keep it the same."));
        } else if (secret.chars().distinct().count() < FEWEST_LETTERS) {
            findings.add(Finding.bad(
                    "Secrets: SOURCEBOOK_SECRET can be guessed: it has few different letters.",
                    "Set it to what 'openssl rand -hex 32' prints. Workspaces then install the app again."));
        } else {
            findings.add(Finding.good("Secrets: SOURCEBOOK_SECRET is set."));
        }
    }

    private void admins() {
        if (settings.admins().isEmpty()) {
            findings.add(Finding.note(
                    "Admins: nobody may administer from chat.", "Name people in SOURCEBOOK_ADMINS, such as T01:U02."));
        }
    }

    private void files() {
        Path state = settings.state();
        if (!state.getFileSystem().supportedFileAttributeViews().contains("posix") || !Files.isDirectory(state)) {
            return;
        }
        int before = findings.size();
        try {
            if (Files.getPosixFilePermissions(state).contains(PosixFilePermission.OTHERS_WRITE)) {
                findings.add(Finding.bad("Files: everybody may write to " + state + ".", "chmod o-w " + state));
            }
            for (String name : SECRET_FILES) {
                secretFile(state.resolve(name));
            }
        } catch (IOException e) {
            findings.add(Finding.bad("Files: " + state + " cannot be looked at: " + e.getMessage(), ""));
        }
        if (findings.size() == before) {
            findings.add(Finding.good("Files: what is secret in " + state + " is for its owner alone."));
        }
    }

    private void secretFile(Path file) throws IOException {
        try {
            Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
            if (!OWNERS.containsAll(allowed)) {
                findings.add(Finding.bad(
                        "Files: others may use " + file + " (" + PosixFilePermissions.toString(allowed) + ").",
                        "chmod 600 " + file));
            }
        } catch (NoSuchFileException e) {
            // It is made when it is needed.
        }
    }

    private void corpus() {
        Path articles = settings.corpus().resolve("articles");
        findings.add(
                Files.isDirectory(articles)
                        ? Finding.good("Corpus: " + articles + " is there.")
                        : Finding.bad(
                                "Corpus: there is no folder " + articles + ".",
                                "Put articles there, or name another folder in SOURCEBOOK_CORPUS."));
    }

    private void index() {
        String reindex = "bin/sourcebook reindex";
        try (Library library = new Library(settings.corpus(), settings.state(), null, clock);
                Librarian librarian = new Librarian(library, settings.admins())) {
            library.refresh();
            try (Lease lease = library.lease().orElse(null)) {
                if (lease == null) {
                    findings.add(Finding.bad("Index: nothing is indexed yet.", reindex));
                    return;
                }
                Generation generation = lease.generation();
                findings.add(Finding.good("Index: generation " + generation.number() + " is whole, with "
                        + generation.holdings().articles() + " articles."));
            }
            if (library.changed()) {
                findings.add(Finding.note("Index: the corpus has changed since it was indexed.", reindex));
            }
            long unread = librarian.problems().stream()
                    .filter(problem -> problem.level() == Problem.Level.ERROR)
                    .count();
            if (unread > 0) {
                findings.add(Finding.note(
                        "Corpus: " + unread + " files or lines of it could not be read.",
                        "'bin/sourcebook reindex --full' lists them."));
            }
        } catch (IOException e) {
            findings.add(Finding.bad("Index: " + e.getMessage(), reindex + " --full"));
        }
    }
}
