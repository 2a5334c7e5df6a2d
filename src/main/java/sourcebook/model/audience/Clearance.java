package sourcebook.model.audience;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be seen in a place: the articles of these audiences and nothing of any other, not even that there are others.
 *
 * @param everything whether all audiences may be seen, whatever they are called; then {@code audiences} says no more
 */
public record Clearance(boolean everything, Set<Audience> audiences) {
    /** What everybody may see. */
    public static final Clearance PUBLIC = of(Audience.PUBLIC);

    /** For the corpus's keepers, who have the files before them: all there is. */
    public static final Clearance EVERYTHING = new Clearance(true, Set.of());

    public Clearance {
        audiences = Set.copyOf(audiences);
    }

    /** These audiences and no other: what is public is to be named as well. */
    public static Clearance of(Audience... audiences) {
        return of(Arrays.asList(audiences));
    }

    /** These audiences and no other: what is public is to be named as well. */
    public static Clearance of(Collection<Audience> audiences) {
        return new Clearance(false, new HashSet<>(audiences));
    }

    public boolean sees(Audience audience) {
        return everything || audiences.contains(audience);
    }

    /** What may be seen here and there: an answer for both places. */
    public Clearance and(Clearance other) {
        if (everything) {
            return other;
        }
        return other.everything
                ? this
                : of(audiences.stream().filter(other.audiences::contains).collect(Collectors.toSet()));
    }
}
