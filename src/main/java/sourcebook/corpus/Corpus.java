package sourcebook.corpus;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sourcebook.corpus.contract.Articles;
import sourcebook.corpus.contract.ContractFiles;
import sourcebook.corpus.contract.ContractIntake;
import sourcebook.corpus.extract.Unreadable;
import sourcebook.corpus.sandbox.Sandbox;
import sourcebook.model.Article;
import sourcebook.model.Fact;
import sourcebook.model.Problem;
import sourcebook.text.Names;

/**
 * The folder that people keep: articles in {@code articles/}, parties in {@code names.csv}; and beside it the articles
 * that were fetched from feeds. Files are read in the order of their names, people's before fetched ones; hidden ones
 * are passed over and links are not followed. For one thread.
 */
public final class Corpus {
    /** Whose articles are in the corpus; what is in it is for those who fetch. */
    private static final String FEEDS = "feeds.csv";

    /** What the names of files of contract data begin with. */
    public static final String CONTRACTS = "contracts/";

    private final Path root;
    private final Folder articles;
    private final Folder fetched;
    private final Folder golden;
    private final Folder contracts;
    private final Supplier<Sandbox> sandboxes;

    /** The corpus in a folder, which is looked at only when something is read. */
    public Corpus(Path root) {
        this(root, root.resolve(".none"));
    }

    /**
     * A corpus with what feeds brought.
     *
     * @param fetched the folder of articles fetched from feeds, which need not exist
     */
    public Corpus(Path root, Path fetched) {
        this(root, fetched, Sandbox::new);
    }

    Corpus(Path root, Path fetched, Supplier<Sandbox> sandboxes) {
        this.root = root;
        this.articles = new Folder(root.resolve("articles"), "articles");
        this.fetched = new Folder(fetched, "fetched");
        this.golden = new Folder(root.resolve("golden"), "golden");
        this.contracts = new Folder(root.resolve("contracts"), "contracts");
        this.sandboxes = sandboxes;
    }

    /**
     * What lies in the corpus at one moment.
     *
     * @param articles the files of articles, in the order in which they are read
     * @param contracts the files of contract data
     * @param fingerprint over the names and bytes of all files: equal where a reindex would give the same index
     */
    public record Snapshot(List<HashedFile> articles, List<HashedFile> contracts, String fingerprint) {
        public Snapshot {
            articles = List.copyOf(articles);
            contracts = List.copyOf(contracts);
        }
    }

    /**
     * A file and its bytes' SHA-256, hexadecimal.
     *
     * @param name its path below the corpus folder, with forward slashes
     * @param id of the article in it, if it holds one alone
     */
    public record HashedFile(Path path, String name, String id, String sha256) {}

    /** Told how many files of how many are done; may stop by an exception. */
    public interface Step {
        void done(int files, int all) throws IOException;
    }

    /** Reads one file after another, hostile ones in a process of their own that closing ends. For one thread. */
    public static final class Reading implements Closeable {
        private final Sandbox sandbox;
        private final ArticleReader reader;

        private Reading(Sandbox sandbox) {
            this.sandbox = sandbox;
            this.reader = new ArticleReader(sandbox);
        }

        /**
         * Reads one file's articles into the intake.
         *
         * @param fileOfId in which file each id was met: an article whose id another file has is told to the intake as
         *     taken, and the ids of the others are added
         */
        public void read(HashedFile file, Map<String, String> fileOfId, Intake intake) throws IOException {
            reader.read(
                    new SourceFile(file.path(), file.name(), file.id()), new UniqueIds(intake, file.name(), fileOfId));
        }

        @Override
        public void close() {
            sandbox.close();
        }
    }

    /** Begins to read. */
    public Reading reading() throws IOException {
        return new Reading(sandboxes.get());
    }

    /**
     * Reads every article into the intake. Ids are unique: the first of two is taken, the second is a problem.
     *
     * @throws IOException if there is no folder of articles, or the intake fails; a file that cannot be read is a problem
     */
    public void read(Intake intake) throws IOException {
        List<SourceFile> files = articleFiles(intake::problem);
        Map<String, String> fileOfId = new HashMap<>();
        try (Reading reading = reading()) {
            for (int i = 0; i < files.size(); i++) {
                SourceFile file = files.get(i);
                reading.reader.read(file, new UniqueIds(intake, file.name(), fileOfId));
                intake.progress(i + 1, files.size());
            }
        }
    }

    /** The parties of {@code names.csv}; none where there is no such file. */
    public Names names(Consumer<Problem> problems) throws IOException {
        Path file = root.resolve(NamesFile.NAME);
        return Files.exists(file) ? new Names(NamesFile.read(file, problems)) : Names.none();
    }

    /** The golden questions, in the order of their files; none where there are no such files. */
    public List<Golden> goldens(Consumer<Problem> problems) throws IOException {
        List<Golden> goldens = new ArrayList<>();
        for (SourceFile file : goldenFiles(problems)) {
            try {
                goldens.addAll(Golden.read(file, problems));
            } catch (Unreadable e) {
                problems.accept(Problem.error(file.name(), e.line(), e.what()));
            }
        }
        return goldens;
    }

    /**
     * Reads the contract data into an intake; there may be none.
     *
     * @param names the parties of this corpus
     * @param quoted where fact sheets' quotes are looked up
     * @param read facts that were read from sentences
     * @param scratch a folder that does not exist, for what does not fit into memory; it is gone afterwards
     */
    public void contracts(Names names, Articles quoted, Iterable<Fact> read, Path scratch, ContractIntake intake)
            throws IOException {
        ContractFiles files = new ContractFiles(names, quoted, intake);
        read.forEach(files::fact);
        files.read(
                contracts.files(intake::problem).stream()
                        .map(file -> new ContractFiles.Entry(file.path(), file.name()))
                        .toList(),
                scratch);
    }

    /** A SHA-256 over the names and bytes of all files: equal where a reindex would give the same index. */
    public String fingerprint() throws IOException {
        return snapshot(problem -> {}, (done, all) -> {}).fingerprint();
    }

    /** Hashes every file; told what is wrong with files that are not among the articles for it. */
    public Snapshot snapshot(Consumer<Problem> problems, Step step) throws IOException {
        List<SourceFile> files = articleFiles(problems);
        int articleCount = files.size();
        files.addAll(otherFiles());
        List<HashedFile> hashed = new ArrayList<>();
        MessageDigest all = sha256();
        for (SourceFile file : files) {
            HashedFile one = new HashedFile(file.path(), file.name(), file.id(), hash(file));
            hashed.add(one);
            all.update((one.name() + '\0' + one.sha256() + '\n').getBytes(StandardCharsets.UTF_8));
            step.done(hashed.size(), files.size());
        }
        List<HashedFile> contractFiles = hashed.subList(articleCount, hashed.size()).stream()
                .filter(file -> file.name().startsWith(CONTRACTS))
                .toList();
        return new Snapshot(
                hashed.subList(0, articleCount), contractFiles, HexFormat.of().formatHex(all.digest()));
    }

    /**
     * A SHA-256 over the names, lengths and times of all files, which costs no reading: where it is equal, hardly
     * anything can have changed.
     */
    public String glance() throws IOException {
        List<SourceFile> files = articleFiles(problem -> {});
        files.addAll(otherFiles());
        MessageDigest digest = sha256();
        for (SourceFile file : files) {
            File seen = file.path().toFile();
            String line = file.name() + '\0' + seen.length() + '\0' + seen.lastModified() + '\n';
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<SourceFile> otherFiles() throws IOException {
        List<SourceFile> files = new ArrayList<>(goldenFiles(problem -> {}));
        files.addAll(contracts.files(problem -> {}));
        for (String name : List.of(NamesFile.NAME, FEEDS)) {
            SourceFile file = new SourceFile(root.resolve(name), name, name);
            if (Files.isRegularFile(file.path())) {
                files.add(file);
            }
        }
        return files;
    }

    private static String hash(SourceFile file) {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(file.open(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            return "unreadable";
        }
    }

    private List<SourceFile> articleFiles(Consumer<Problem> problems) throws IOException {
        if (!Files.isDirectory(articles.path()) && !Files.isDirectory(contracts.path())) {
            throw new IOException("there is no folder " + articles.path()
                    + "; put articles there, or name another corpus with --corpus");
        }
        List<SourceFile> files = new ArrayList<>(articles.files(problems));
        files.addAll(fetched.files(problems));
        return files;
    }

    private List<SourceFile> goldenFiles(Consumer<Problem> problems) throws IOException {
        return golden.files(problems).stream()
                .filter(file -> Folder.ending(file.name()).equals("md"))
                .toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Lets the first article of each id through; {@code fileOfId} says where each was met. */
    private record UniqueIds(Intake intake, String file, Map<String, String> fileOfId) implements Intake {
        @Override
        public void article(Article article) throws IOException {
            String first = fileOfId.putIfAbsent(article.id(), file);
            if (first == null) {
                intake.article(article);
            } else {
                problem(Problem.error(
                        file,
                        0,
                        "the id " + article.id() + " is taken already, in " + first + "; rename one of the two"));
                intake.taken(first);
            }
        }

        @Override
        public void problem(Problem problem) {
            intake.problem(problem);
        }
    }
}
