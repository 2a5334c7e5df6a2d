package sourcebook.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.model.Span;

/**
 * Divides an article's text into passages of a paragraph or two, each with its sentences. A sentence never crosses a
 * paragraph, a passage never cuts a sentence. Pure; safe for many threads.
 */
public final class Passages {
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\r]*\\n\\s*");

    /** Paragraphs are joined while the passage is shorter than this, in UTF-16 units. */
    private static final int SHORT = 400;

    /** A passage takes no further sentence once it is this long. */
    private static final int FULL = 1_000;

    private final List<Stretch> passages = new ArrayList<>();
    private final List<Span> open = new ArrayList<>();

    private Passages() {}

    /**
     * A passage's place in its article.
     *
     * @param sentences at least one, in the article's offsets
     */
    public record Stretch(Span span, List<Span> sentences) {
        public Stretch {
            sentences = List.copyOf(sentences);
        }
    }

    /** The passages of a text, in order; none where the text is blank. */
    public static List<Stretch> of(String text) {
        Passages passages = new Passages();
        for (Span paragraph : paragraphs(text)) {
            passages.add(Sentences.of(text, paragraph));
        }
        passages.close();
        return passages.passages;
    }

    /** The paragraphs of a text: what blank lines divide. */
    public static List<Span> paragraphs(String text) {
        List<Span> paragraphs = new ArrayList<>();
        Matcher gap = BLANK_LINE.matcher(text);
        int start = 0;
        while (gap.find()) {
            paragraphs.add(new Span(start, gap.start()));
            start = gap.end();
        }
        paragraphs.add(new Span(start, text.length()));
        paragraphs.removeIf(span -> span.in(text).isBlank());
        return paragraphs;
    }

    private void add(List<Span> paragraph) {
        if (openLength() >= SHORT) {
            close();
        }
        for (Span sentence : paragraph) {
            if (openLength() + sentence.length() > FULL) {
                close();
            }
            open.add(sentence);
        }
    }

    private int openLength() {
        return open.isEmpty() ? 0 : open.getLast().end() - open.getFirst().start();
    }

    private void close() {
        if (!open.isEmpty()) {
            passages.add(
                    new Stretch(new Span(open.getFirst().start(), open.getLast().end()), open));
            open.clear();
        }
    }
}
