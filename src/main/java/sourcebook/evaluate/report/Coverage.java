package sourcebook.evaluate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sourcebook.evaluate.Outcome;

/** How precise answers would be if more or fewer of them were given: all those from some confidence up. */
final class Coverage {
    /** Below so many answers a share says nothing. */
    private static final int FEWEST = 10;

    private Coverage() {}

    /**
     * What one threshold gives.
     *
     * @param coverage the share of all questions that are answered
     * @param precision the share of those answers that are right
     */
    record Point(double coverage, double precision) {}

    /** One point a threshold, from the highest to none. */
    static List<Point> curve(List<Outcome> outcomes) {
        List<Outcome> sorted = outcomes.stream()
                .filter(outcome -> outcome.first() != null)
                .sorted(Comparator.comparing(Outcome::confidence).reversed())
                .toList();
        List<Point> points = new ArrayList<>();
        int right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).firstRight() ? 1 : 0;
            if (i + 1 >= Math.min(FEWEST, sorted.size()) && lastOfItsConfidence(sorted, i)) {
                points.add(point(i + 1, right, outcomes.size()));
            }
        }
        return points;
    }

    /** What was in fact given. */
    static Point given(List<Outcome> outcomes) {
        List<Outcome> given = outcomes.stream().filter(Outcome::given).toList();
        int right = (int) given.stream().filter(Outcome::firstRight).count();
        return point(given.size(), right, outcomes.size());
    }

    private static boolean lastOfItsConfidence(List<Outcome> sorted, int i) {
        return i + 1 == sorted.size()
                || sorted.get(i + 1).confidence() < sorted.get(i).confidence();
    }

    private static Point point(int given, int right, int all) {
        return new Point(all == 0 ? 0 : (double) given / all, given == 0 ? 0 : (double) right / given);
    }
}
