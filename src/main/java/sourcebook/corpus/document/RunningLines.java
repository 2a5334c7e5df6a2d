package sourcebook.corpus.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Headers, footers and page numbers: lines at the edge of a page that stand, but for their numbers, at the edge of
 * others too.
 */
final class RunningLines {
    private static final int EDGE = 3;
    private static final int MIN_PAGES = 3;

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?i)(?:page )?[-–—(\\[]? ?(?:[a-z]{1,3}-)?(?:\\d{1,4}|[ivxl]{1,6}) ?[-–—)\\]]?(?: ?(?:of|/) ?\\d{1,4})?");

    private RunningLines() {}

    static List<List<Line>> removed(List<List<Line>> pages) {
        Set<String> running = running(pages);
        List<List<Line>> kept = new ArrayList<>();
        for (List<Line> page : pages) {
            List<Line> left = new ArrayList<>();
            for (int i = 0; i < page.size(); i++) {
                if (!isRunning(page, i, pages.size(), running)) {
                    left.add(page.get(i));
                }
            }
            kept.add(left);
        }
        return kept;
    }

    private static boolean isRunning(List<Line> page, int at, int pages, Set<String> running) {
        String text = page.get(at).text();
        boolean outermost = at == 0 || at == page.size() - 1;
        return isEdge(page, at) && running.contains(form(text))
                || outermost && pages > 1 && PAGE_NUMBER.matcher(text).matches();
    }

    private static Set<String> running(List<List<Line>> pages) {
        Map<String, Integer> pagesOf = new HashMap<>();
        for (List<Line> page : pages) {
            Set<String> edges = new HashSet<>();
            for (int i = 0; i < page.size(); i++) {
                if (isEdge(page, i)) {
                    edges.add(form(page.get(i).text()));
                }
            }
            edges.forEach(edge -> pagesOf.merge(edge, 1, Integer::sum));
        }
        pagesOf.values().removeIf(count -> count < MIN_PAGES);
        return pagesOf.keySet();
    }

    private static boolean isEdge(List<Line> page, int at) {
        return at < EDGE || at >= page.size() - EDGE;
    }

    private static String form(String text) {
        return text.replaceAll("\\d+", "#");
    }
}
