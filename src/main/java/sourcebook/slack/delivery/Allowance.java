package sourcebook.slack.delivery;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How much one person and one workspace may ask: one who hurries must not make all others wait. What is remembered of
 * people is limited too. Safe for many threads.
 */
public final class Allowance {
    private static final int REMEMBERED = 20_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LoadingCache<String, Bucket> people;
    private final LoadingCache<String, Bucket> teams;

    /** An allowance of so many questions a minute for each person, and for each workspace. */
    public Allowance(int ofPerson, int ofTeam) {
        people = buckets(ofPerson);
        teams = buckets(ofTeam);
    }

    /** Takes one question off; false if there is none left for now. */
    public boolean take(Origin origin) {
        return people.get(origin.team() + ":" + origin.user()).tryConsume(1)
                && teams.get(origin.team()).tryConsume(1);
    }

    private static LoadingCache<String, Bucket> buckets(int perMinute) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build());
    }
}
