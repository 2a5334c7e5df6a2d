package sourcebook.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import sourcebook.model.Article;
import sourcebook.model.Problem;
import sourcebook.text.Names;

/**
 * The folder that people keep: articles in {@code articles/}, parties in {@code names.csv}. Files are read in the order
 * of their names; hidden ones are passed over and links are not followed. For one thread.
 */
public final class Corpus {
    private static final String ARTICLES = "articles";
    private static final String GOLDEN = "golden";
    private static final Map<String, Format> FORMATS = Map.of(
            "md", new Markdown(),
            "markdown", new Markdown(),
            "html", new Html(),
            "htm", new Html(),
            "txt", new PlainText(),
            "jsonl", new JsonLines());

    private final Path root;

    /** The corpus in a folder, which is looked at only when something is read. */
    public Corpus(Path root) {
        this.root = root;
    }

    /** Reads every article into the intake. Ids are unique: the first of two is taken, the second is a problem. */
    public void read(Intake intake) throws IOException {
        List<Path> files = articleFiles();
        Map<String, String> fileOfId = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            SourceFile file = sourceFile(files.get(i), ARTICLES);
            read(file, new UniqueIds(intake, file.name(), fileOfId));
            intake.progress(i + 1, files.size());
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
        for (Path file : goldenFiles()) {
            try {
                goldens.addAll(Golden.read(sourceFile(file, GOLDEN), problems));
            } catch (SourceFile.Unreadable e) {
                problems.accept(e.in(name(file)));
            }
        }
        return goldens;
    }

    /** A SHA-256 over the names and bytes of all files: equal where a reindex would give the same index. */
    public String fingerprint() throws IOException {
        MessageDigest digest = sha256();
        List<Path> files = new ArrayList<>(articleFiles());
        files.addAll(goldenFiles());
        files.add(root.resolve(NamesFile.NAME));
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                String header = name(file) + '\0' + Files.size(file) + '\0';
                digest.update(header.getBytes(StandardCharsets.UTF_8));
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void read(SourceFile file, Intake intake) throws IOException {
        Format format = FORMATS.get(ending(file.name()));
        if (format == null) {
            intake.problem(
                    Problem.warning(file.name(), 0, "this kind of file is not read; use .md, .html, .txt or .jsonl"));
        } else if (!Metadata.goodId(file.id())) {
            intake.problem(Problem.error(file.name(), 0, "rename the file: its name cannot stand in a link"));
        } else {
            try {
                format.read(file, intake);
            } catch (SourceFile.Unreadable e) {
                intake.problem(e.in(file.name()));
            }
        }
    }

    private List<Path> articleFiles() throws IOException {
        Path articles = root.resolve(ARTICLES);
        if (!Files.isDirectory(articles)) {
            throw new IOException("there is no folder " + articles + "; put articles there, or name another corpus with"
                    + " --corpus");
        }
        return files(articles);
    }

    private List<Path> goldenFiles() throws IOException {
        Path golden = root.resolve(GOLDEN);
        return Files.isDirectory(golden)
                ? files(golden).stream()
                        .filter(file -> ending(file.toString()).equals("md"))
                        .toList()
                : List.of();
    }

    /**
     * The files of a folder. The folder itself may be a link, for the corpus's keeper made it; what lies in it may not,
     * so that nobody who adds an article reaches files outside.
     */
    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Path real = folder.toRealPath();
        Files.walkFileTree(real, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
                return hidden(inside) && !inside.equals(real) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !hidden(file)) {
                    files.add(folder.resolve(real.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }

    private SourceFile sourceFile(Path file, String folder) {
        String name = name(file);
        String inFolder = name.substring(folder.length() + 1);
        int dot = inFolder.lastIndexOf('.');
        return new SourceFile(file, name, dot > 0 ? inFolder.substring(0, dot) : inFolder);
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean hidden(Path path) {
        return path.getFileName().toString().startsWith(".");
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
