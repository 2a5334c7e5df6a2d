package sourcebook.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sourcebook.model.Article;
import sourcebook.model.Problem;

/** What a corpus in a folder gives when it is read. */
record Reading(List<Article> articles, List<Problem> problems, List<String> progress) implements Intake {
    static Reading of(Path corpus) throws IOException {
        return of(new Corpus(corpus));
    }

    static Reading of(Corpus corpus) throws IOException {
        Reading reading = new Reading(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        corpus.read(reading);
        return reading;
    }

    /** Reads a corpus of one article file. */
    static Reading of(Path corpus, String file, String content) throws IOException {
        return of(corpus, file, content.getBytes(StandardCharsets.UTF_8));
    }

    static Reading of(Path corpus, String file, byte[] content) throws IOException {
        write(corpus, "articles/" + file, content);
        return of(corpus);
    }

    static void write(Path corpus, String file, String content) throws IOException {
        write(corpus, file, content.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path corpus, String file, byte[] content) throws IOException {
        Path path = corpus.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, content);
    }

    List<String> problemLines() {
        return problems.stream().map(problem -> problem.level() + " " + problem).toList();
    }

    Article article() {
        if (articles.size() != 1) {
            throw new AssertionError("expected one article, got " + articles + " with " + problems);
        }
        return articles.getFirst();
    }

    @Override
    public void article(Article article) {
        articles.add(article);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    @Override
    public void progress(int filesRead, int files) {
        progress.add(filesRead + "/" + files);
    }
}
