package sourcebook.corpus;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import sourcebook.model.Article;
import sourcebook.model.Problem;

/** One article a file, in Markdown, with YAML front matter between two lines of three hyphens. */
final class Markdown implements Format {
    private static final String FENCE = "---";
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().build();

    @Override
    public void read(SourceFile file, Intake intake) throws IOException {
        String text = file.text();
        int bodyStart = bodyStart(text);
        Map<String, String> stated = frontMatter(file, text, bodyStart, intake);
        if (!stated.containsKey("title")) {
            intake.problem(
                    Problem.warning(file.name(), 1, "no title; begin the file with front matter: ---, title: …, ---"));
        }
        String body = BlockText.of(Jsoup.parseBodyFragment(RENDERER.render(PARSER.parse(text.substring(bodyStart))))
                .body());
        if (body.isEmpty()) {
            intake.problem(Problem.error(file.name(), 0, "the article has no text below its front matter"));
            return;
        }
        Metadata metadata = new Metadata(file.name(), 1, stated, intake);
        intake.article(new Article(metadata.citation(file.id(), file.readableName()), body));
    }

    /** Where the text begins: after the closing fence, or at 0 where there is no front matter. */
    private static int bodyStart(String text) throws SourceFile.Unreadable {
        if (!text.startsWith(FENCE + "\n")) {
            return 0;
        }
        int close = text.indexOf("\n" + FENCE + "\n", FENCE.length() - 1);
        if (close < 0) {
            throw new SourceFile.Unreadable(1, "the front matter has no end; close it with a line of three hyphens");
        }
        return close + FENCE.length() + 2;
    }

    private static Map<String, String> frontMatter(SourceFile file, String text, int bodyStart, Intake intake) {
        if (bodyStart == 0) {
            return Map.of();
        }
        String yaml = text.substring(FENCE.length() + 1, bodyStart - FENCE.length() - 1);
        try {
            return strings(new Load(LoadSettings.builder().build()).loadFromString(yaml), file, intake);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 2).orElse(1);
            intake.problem(Problem.warning(file.name(), line, "the front matter is left out: " + e.getProblem()));
        } catch (YamlEngineException e) {
            intake.problem(Problem.warning(file.name(), 1, "the front matter is left out: " + e.getMessage()));
        }
        return Map.of();
    }

    private static Map<String, String> strings(Object yaml, SourceFile file, Intake intake) {
        Map<String, String> stated = new HashMap<>();
        if (yaml instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> {
                if (value != null) {
                    stated.put(String.valueOf(key), String.valueOf(value));
                }
            });
        } else if (yaml != null) {
            intake.problem(Problem.warning(file.name(), 1, "the front matter is left out: write key: value lines"));
        }
        return stated;
    }
}
