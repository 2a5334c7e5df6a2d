package sourcebook.corpus;

import java.io.IOException;
import java.util.Map;
import sourcebook.model.Problem;

/** One article a file, as plain text: a first line that stands alone is the title. */
final class PlainText implements Format {
    private static final int MAX_TITLE = 200;

    @Override
    public void read(SourceFile file, Intake intake) throws IOException {
        String text = file.text().strip();
        int titleEnd = text.indexOf('\n');
        boolean titled = titleEnd > 0 && titleEnd <= MAX_TITLE && text.startsWith("\n\n", titleEnd);
        String title = titled ? text.substring(0, titleEnd).strip() : file.readableName();
        String body = titled ? text.substring(titleEnd).strip() : text;
        if (body.isEmpty()) {
            intake.problem(Problem.error(file.name(), 0, "the file is empty"));
            return;
        }
        Metadata metadata = new Metadata(file.name(), 0, Map.of("title", title), intake);
        intake.article(metadata.article(metadata.citation(file.id(), title), body));
    }
}
