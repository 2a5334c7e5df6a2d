package sourcebook.corpus.markup;

import java.util.ArrayList;
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
import sourcebook.corpus.extract.Decoding;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.extract.Extract.Remark;
import sourcebook.corpus.extract.Extractor;
import sourcebook.corpus.extract.Unreadable;

/** One article a file, in Markdown, with YAML front matter between two lines of three hyphens. */
public final class Markdown implements Extractor {
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
    public Extract extract(byte[] bytes) throws Unreadable {
        String text = Decoding.text(bytes);
        Matcher fence = FENCE.matcher(text);
        boolean opens = fence.lookingAt();
        int yamlStart = opens ? fence.end() : 0;
        if (opens && !fence.find()) {
            throw new Unreadable(1, "the front matter has no end; close it with a line of three hyphens");
        }
        List<Remark> remarks = new ArrayList<>();
        Map<String, String> stated = opens ? stated(text.substring(yamlStart, fence.start()), remarks) : Map.of();
        if (!stated.containsKey("title")) {
            remarks.add(new Remark(1, "no title; begin the file with front matter: ---, title: …, ---"));
        }
        return new Extract(stated, 1, body(text.substring(opens ? fence.end() : 0)), remarks);
    }

    private static String body(String markdown) throws Unreadable {
        String html = RENDERER.render(PARSER.parse(markdown));
        String body = BlockText.of(Jsoup.parseBodyFragment(html).body());
        if (body.isEmpty()) {
            throw new Unreadable(0, "the article has no text below its front matter");
        }
        return body;
    }

    private static Map<String, String> stated(String yaml, List<Remark> remarks) throws Unreadable {
        try {
            return strings(new Load(YAML).loadFromString(yaml), remarks);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            return leftOut(yaml, new Remark(line, LEFT_OUT + e.getProblem()), remarks);
        } catch (YamlEngineException e) {
            return leftOut(yaml, new Remark(1, LEFT_OUT + e.getMessage()), remarks);
        } catch (StackOverflowError e) {
            return leftOut(yaml, new Remark(1, LEFT_OUT + "it is nested too deeply"), remarks);
        }
    }

    /** Without its front matter an article would be for everybody: one that may have stated otherwise is not read. */
    private static Map<String, String> leftOut(String yaml, Remark why, List<Remark> remarks) throws Unreadable {
        if (yaml.toLowerCase(Locale.ROOT).contains(Extract.AUDIENCE)) {
            throw new Unreadable(why.line(), why.what() + "; mend it, for it states an audience");
        }
        remarks.add(why);
        return Map.of();
    }

    private static Map<String, String> strings(@Nullable Object yaml, List<Remark> remarks) {
        Map<String, String> stated = new HashMap<>();
        if (yaml instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> string(value)
                    .ifPresentOrElse(written -> stated.put(String.valueOf(key), written), () -> {
                        if (Extract.AUDIENCE.equalsIgnoreCase(String.valueOf(key))) {
                            stated.put(Extract.AUDIENCE, String.valueOf(value));
                        }
                        remarks.add(new Remark(1, key + " is left out: write its value on one line"));
                    }));
        } else if (yaml != null && !yaml.equals("")) {
            remarks.add(new Remark(1, LEFT_OUT + "write key: value lines"));
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
