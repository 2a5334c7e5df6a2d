package sourcebook.corpus;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import sourcebook.model.Problem;

/**
 * A folder of files that people keep, at any depth. The folder itself may be a link, for the corpus's keeper made it;
 * what lies in it may not, so that nobody who adds an article reaches files outside. Hidden files are passed over;
 * links, devices and pipes are never opened.
 *
 * @param path where it is
 * @param name what people know it by, before the names of its files
 */
record Folder(Path path, String name) {
    private static final int MAX_DEPTH = 32;

    /** Its files in the order of their names; what is there and cannot be read is told. */
    List<SourceFile> files(Consumer<Problem> problems) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        Path real = path.toRealPath();
        Files.walkFileTree(real, Set.of(), MAX_DEPTH, new Visitor(real, files, problems));
        files.sort(null);
        return files.stream().map(this::file).toList();
    }

    private SourceFile file(Path file) {
        String below = below(file);
        int dot = below.lastIndexOf('.');
        return new SourceFile(file, name + "/" + below, dot > 0 ? below.substring(0, dot) : below);
    }

    private String below(Path file) {
        return path.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path real;
        private final List<Path> files;
        private final Consumer<Problem> problems;

        Visitor(Path real, List<Path> files, Consumer<Problem> problems) {
            this.real = real;
            this.files = files;
            this.problems = problems;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return hidden(folder) && !folder.equals(real) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (hidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isRegularFile()) {
                files.add(path.resolve(real.relativize(file)));
            } else if (attributes.isSymbolicLink()) {
                left(file, "links are not followed; put the file itself here");
            } else if (attributes.isDirectory()) {
                left(file, "folders deeper than " + MAX_DEPTH + " are not read; move it up");
            } else {
                left(file, "neither a file nor a folder; remove it");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            left(file, "cannot be opened: " + e.getClass().getSimpleName() + "; check who may read it");
            return FileVisitResult.CONTINUE;
        }

        private void left(Path file, String what) {
            problems.accept(Problem.warning(name + "/" + below(path.resolve(real.relativize(file))), 0, what));
        }

        private static boolean hidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}
