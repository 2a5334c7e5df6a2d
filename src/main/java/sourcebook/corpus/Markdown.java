package sourcebook.corpus;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import sourcebook.model.Problem;

/** One article a file, in Markdown, with YAML front matter between two lines of three hyphens. */
final class Markdown implements Format {
    private static final Pattern FENCE = Pattern.compile("^---[ \\t]*$", Pattern.MULTILINE);

    /** Deeper nesting is read as text, for the tree is walked by recursion. */
    private static final int MAX_DEPTH = 100;

    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(MAX_DEPTH)
            .maxInlineNesting(MAX_DEPTH)
            .build();

    private static final String LEFT_OUT = "the front matter is left out: ";

    private static final LoadSettings YAML =
            LoadSettings.builder().setSchema(new AsWritten()).build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().build();

    /** Every value is the text that was written: 1.10 is no number and true is no truth. */
    private static final class AsWritten extends JsonSchema {
        @Override
        public ScalarResolver getScalarResolver() {
            return (written, plain) -> plain && written.isEmpty() ? Tag.NULL : Tag.STR;
        }
    }

    @Override
    public void read(SourceFile file, Intake intake) throws IOException {
        String text = file.text();
        Matcher fence = FENCE.matcher(text);
        boolean opens = fence.lookingAt();
        int yamlStart = opens ? fence.end() : 0;
        if (opens && !fence.find()) {
            throw new SourceFile.Unreadable(1, "the front matter has no end; close it with a line of three hyphens");
        }
        Map<String, String> stated = opens ? stated(file, text.substring(yamlStart, fence.start()), intake) : Map.of();
        article(file, stated, text.substring(opens ? fence.end() : 0), intake);
    }

    private static void article(SourceFile file, Map<String, String> stated, String markdown, Intake intake)
            throws IOException {
        if (!stated.containsKey("title")) {
            intake.problem(
                    Problem.warning(file.name(), 1, "no title; begin the file with front matter: ---, title: …, ---"));
        }
        String html = RENDERER.render(PARSER.parse(markdown));
        String body = BlockText.of(Jsoup.parseBodyFragment(html).body());
        if (body.isEmpty()) {
            intake.problem(Problem.error(file.name(), 0, "the article has no text below its front matter"));
            return;
        }
        Metadata metadata = new Metadata(file.name(), 1, stated, intake);
        intake.article(metadata.article(metadata.citation(file.id(), file.readableName()), body));
    }

    private static Map<String, String> stated(SourceFile file, String yaml, Intake intake)
            throws SourceFile.Unreadable {
        try {
            return strings(new Load(YAML).loadFromString(yaml), file, intake);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            return leftOut(file, yaml, Problem.warning(file.name(), line, LEFT_OUT + e.getProblem()), intake);
        } catch (YamlEngineException e) {
            return leftOut(file, yaml, Problem.warning(file.name(), 1, LEFT_OUT + e.getMessage()), intake);
        } catch (StackOverflowError e) {
            return leftOut(file, yaml, Problem.warning(file.name(), 1, LEFT_OUT + "it is nested too deeply"), intake);
        }
    }

    /** Without its front matter an article would be for everybody: one that may have stated otherwise is not read. */
    private static Map<String, String> leftOut(SourceFile file, String yaml, Problem why, Intake intake)
            throws SourceFile.Unreadable {
        if (yaml.toLowerCase(Locale.ROOT).contains(Metadata.AUDIENCE)) {
            throw new SourceFile.Unreadable(why.line(), why.what() + "; mend it, for it states an audience");
        }
        intake.problem(why);
        return Map.of();
    }

    private static Map<String, String> strings(@Nullable Object yaml, SourceFile file, Intake intake) {
        Map<String, String> stated = new HashMap<>();
        if (yaml instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> string(value)
                    .ifPresentOrElse(written -> stated.put(String.valueOf(key), written), () -> {
                        if (Metadata.AUDIENCE.equalsIgnoreCase(String.valueOf(key))) {
                            stated.put(Metadata.AUDIENCE, String.valueOf(value));
                        }
                        intake.problem(
                                Problem.warning(file.name(), 1, key + " is left out: write its value on one line"));
                    }));
        } else if (yaml != null && !yaml.equals("")) {
            intake.problem(Problem.warning(file.name(), 1, "the front matter is left out: write key: value lines"));
        }
        stated.values().removeIf(written -> written.isBlank() || written.equals("~") || written.equals("null"));
        return stated;
    }

    /** A value as it is written, or the items of a list in a row; empty where it holds parts of its own. */
    private static Optional<String> string(@Nullable Object value) {
        if (value == null) {
            return Optional.of("");
        }
        if (value instanceof List<?> items) {
            return items.stream().allMatch(String.class::isInstance)
                    ? Optional.of(items.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                    : Optional.empty();
        }
        return value instanceof String written ? Optional.of(written) : Optional.empty();
    }
}
