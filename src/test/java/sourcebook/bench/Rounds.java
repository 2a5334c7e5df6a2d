package sourcebook.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Parts measured in turn, again and again, so that whatever else the machine does falls on all of them alike. */
final class Rounds {
    static final int ROUNDS = Math.max(7, Integer.getInteger("bench.rounds", 9));
    private static final int WARM_UP = 5;

    private final Map<String, List<Cost>> costs = new HashMap<>();

    /** Does every part for all questions, {@link #ROUNDS} times after some that do not count. */
    static Rounds of(List<Part> parts, List<Known> questions) throws IOException {
        Rounds rounds = new Rounds();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            for (Part part : parts) {
                Cost cost = Cost.of(part, questions);
                if (round >= WARM_UP) {
                    rounds.costs
                            .computeIfAbsent(part.name(), name -> new ArrayList<>())
                            .add(cost);
                }
            }
        }
        return rounds;
    }

    /** Processor time for one question. */
    Spread cpuMicros(String part) {
        return Spread.of(costs(part).stream().mapToDouble(Cost::cpuMicros));
    }

    Spread bytes(String part) {
        return Spread.of(costs(part).stream().mapToDouble(Cost::bytes));
    }

    /** Of the two parts' processor times, round by round. */
    Spread cpuRatio(String part, String base) {
        return Spread.ratio(
                costs(part).stream().mapToDouble(Cost::cpuMicros).toArray(),
                costs(base).stream().mapToDouble(Cost::cpuMicros).toArray());
    }

    Spread bytesRatio(String part, String base) {
        return Spread.ratio(
                costs(part).stream().mapToDouble(Cost::bytes).toArray(),
                costs(base).stream().mapToDouble(Cost::bytes).toArray());
    }

    /** Of each round's questions the one that so large a share of them were faster than. */
    Spread wallMillis(String part, double share) {
        return Spread.of(costs(part).stream()
                .mapToDouble(cost -> Spread.quantile(LongStream.of(cost.wallNanos()), share) / 1e6));
    }

    private List<Cost> costs(String part) {
        return costs.getOrDefault(part, List.of());
    }
}
