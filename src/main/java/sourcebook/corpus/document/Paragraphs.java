package sourcebook.corpus.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts lines together to paragraphs, over the ends of pages too, and words that were divided at a line's end. */
final class Paragraphs {
    /** Lines further apart than this many times the usual are apart on purpose. */
    private static final float APART = 1.4f;

    /** A line that ends so far, in letters' heights, before the longest ended by itself. */
    private static final float SHORT = 8;

    private static final float INDENT = 1.2f;

    private static final Pattern ENDED = Pattern.compile(".*[.!?:;][\"'”’)\\]]*");
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:\\(?[a-zA-Z0-9]{1,4}[.)]|\\d+(?:\\.\\d+)+\\.?|[•●▪–-]|Article|ARTICLE|Section|SECTION) .*");
    private static final Pattern DIVIDED = Pattern.compile(".*\\p{L}[-\\u00ad\\u2010]");
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:[-\\u2010]\\p{L}+)*");

    private final Set<String> words = new HashSet<>();
    private final float usualGap;
    private final float rightEdge;
    private final StringBuilder text = new StringBuilder();

    private Paragraphs(List<List<Line>> pages) {
        List<Float> gaps = new ArrayList<>();
        List<Float> edges = new ArrayList<>();
        for (List<Line> page : pages) {
            for (int i = 0; i < page.size(); i++) {
                WORD.matcher(page.get(i).text()).results().forEach(word -> words.add(lower(word.group())));
                edges.add(page.get(i).right());
                if (i > 0 && page.get(i).bottom() > page.get(i - 1).bottom()) {
                    gaps.add(page.get(i).bottom() - page.get(i - 1).bottom());
                }
            }
        }
        usualGap = at(gaps, 0.4);
        rightEdge = at(edges, 0.9);
    }

    static String of(List<List<Line>> pages) {
        Paragraphs paragraphs = new Paragraphs(pages);
        Line last = null;
        for (List<Line> page : pages) {
            for (int i = 0; i < page.size(); i++) {
                Line line = page.get(i);
                if (last != null && paragraphs.begins(last, line, i == 0)) {
                    paragraphs.text.append("\n\n");
                    paragraphs.text.append(line.text());
                } else {
                    paragraphs.join(line.text());
                }
                last = line;
            }
        }
        return paragraphs.text.toString();
    }

    private boolean begins(Line last, Line line, boolean newPage) {
        boolean ended = ENDED.matcher(last.text()).matches();
        if (newPage) {
            return ended || !Character.isLowerCase(line.text().codePointAt(0)) && isShort(last);
        }
        float gap = line.bottom() - last.bottom();
        boolean apart = gap < 0 || gap > usualGap * APART;
        boolean indented = line.left() > last.left() + INDENT * line.height();
        return apart
                || ended
                        && (isShort(last)
                                || indented
                                || NUMBERED.matcher(line.text()).matches())
                || Math.abs(line.height() - last.height()) > last.height() * 0.25;
    }

    private boolean isShort(Line line) {
        return line.right() < rightEdge - SHORT * Math.max(line.height(), 4);
    }

    private void join(String line) {
        if (text.isEmpty()) {
            text.append(line);
        } else if (DIVIDED.matcher(lastWord()).matches() && Character.isLowerCase(line.codePointAt(0))) {
            joinWord(line);
        } else {
            text.append(' ').append(line);
        }
    }

    /** A word that is written with its hyphen elsewhere keeps it; any other was divided to fit the line. */
    private void joinWord(String line) {
        String start = lastWord();
        String end = line.split(" ", 2)[0].replaceAll("[^\\p{L}].*", "");
        String first = lower(start.substring(0, start.length() - 1).replaceAll(".*[^\\p{L}]", ""));
        boolean soft = start.endsWith("\u00ad");
        boolean kept = !soft && words.contains(first + "-" + lower(end)) && !words.contains(first + lower(end));
        if (!kept) {
            text.setLength(text.length() - 1);
        }
        text.append(line);
    }

    private String lastWord() {
        return text.substring(Math.max(text.lastIndexOf(" "), text.lastIndexOf("\n")) + 1);
    }

    private static float at(List<Float> values, double share) {
        return values.isEmpty() ? 0 : values.stream().sorted().toList().get((int) (share * (values.size() - 1)));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
