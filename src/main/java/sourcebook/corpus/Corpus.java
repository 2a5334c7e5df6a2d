package sourcebook.corpus;

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
     * Reads every article into the intake. Ids are unique: the first of two is taken, the second is a problem.
     *
     * @throws IOException if there is no folder of articles, or the intake fails; a file that cannot be read is a problem
     */
    public void read(Intake intake) throws IOException {
        List<SourceFile> files = articleFiles(intake::problem);
        Map<String, String> fileOfId = new HashMap<>();
        try (Sandbox sandbox = sandboxes.get()) {
            ArticleReader reader = new ArticleReader(sandbox);
            for (int i = 0; i < files.size(); i++) {
                SourceFile file = files.get(i);
                reader.read(file, new UniqueIds(intake, file.name(), fileOfId));
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
        MessageDigest digest = sha256();
        List<SourceFile> files = new ArrayList<>(articleFiles(problem -> {}));
        files.addAll(goldenFiles(problem -> {}));
        files.addAll(contracts.files(problem -> {}));
        files.add(new SourceFile(root.resolve(NamesFile.NAME), NamesFile.NAME, NamesFile.NAME));
        for (SourceFile file : files) {
            if (Files.isRegularFile(file.path())) {
                String header = file.name() + '\0' + Files.size(file.path()) + '\0';
                digest.update(header.getBytes(StandardCharsets.UTF_8));
                try (InputStream in = new DigestInputStream(file.open(), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
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
            }
        }

        @Override
        public void problem(Problem problem) {
            intake.problem(problem);
        }
    }
}
