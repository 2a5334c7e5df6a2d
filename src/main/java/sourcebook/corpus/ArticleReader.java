package sourcebook.corpus;

import java.io.IOException;
import java.util.Optional;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.extract.Unreadable;
import sourcebook.corpus.sandbox.Kind;
import sourcebook.corpus.sandbox.Sandbox;
import sourcebook.model.Article;
import sourcebook.model.Problem;

/** Reads the articles of one file, whatever its kind; what cannot be read is a problem. */
record ArticleReader(Sandbox sandbox) {
    private static final String JSON_LINES = "jsonl";

    /** Reads a file into an intake, whose failures are passed on. */
    void read(SourceFile file, Intake intake) throws IOException {
        String ending = Folder.ending(file.name());
        Optional<Kind> kind = Kind.of(ending);
        if (!Metadata.goodId(file.id()) || file.name().indexOf('\ufffd') >= 0) {
            intake.problem(Problem.error(file.name(), 0, "rename the file: its name cannot stand in a link"));
        } else if (ending.equals(JSON_LINES)) {
            JsonLines.read(file, intake);
        } else if (kind.isPresent()) {
            article(file, kind.get(), intake);
        } else {
            intake.problem(Problem.warning(
                    file.name(), 0, "this kind of file is not read; use .md, .html, .txt, .pdf, .docx or .jsonl"));
        }
    }

    private void article(SourceFile file, Kind kind, Intake intake) throws IOException {
        Article article;
        try {
            article = article(file, sandbox.extract(kind, file.bytes()), intake);
        } catch (Unreadable e) {
            intake.problem(Problem.error(file.name(), e.line(), e.what()));
            return;
        } catch (IOException e) {
            intake.problem(Problem.error(file.name(), 0, "cannot be read: " + e));
            return;
        }
        intake.article(article);
    }

    private static Article article(SourceFile file, Extract extract, Intake intake) throws Unreadable {
        extract.remarks().forEach(remark -> intake.problem(Problem.warning(file.name(), remark.line(), remark.what())));
        Metadata metadata = new Metadata(file.name(), extract.line(), extract.stated(), intake);
        return metadata.article(metadata.citation(file.id(), file.readableName()), extract.text());
    }
}
