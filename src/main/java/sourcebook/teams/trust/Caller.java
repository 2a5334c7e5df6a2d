package sourcebook.teams.trust;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever holds a token that we believe, and what it may speak for.
 *
 * @param serviceUrl the token’s claim of the same name: where answers are to be sent, as the signer wrote it
 * @param endorsements the channels that the signing key may speak for
 */
public record Caller(String serviceUrl, Set<String> endorsements) {
    public Caller {
        endorsements = Set.copyOf(endorsements);
    }

    /** Why this caller may not have sent an activity of that channel, to be answered at that address; empty if it may. */
    public Optional<String> refusal(@Nullable String channel, @Nullable String activityServiceUrl) {
        if (channel == null || !endorsements.contains(channel)) {
            return Optional.of("the key is not endorsed for the activity's channel");
        }
        return serviceUrl.equals(activityServiceUrl)
                ? Optional.empty()
                : Optional.of("the token is for another serviceUrl than the activity");
    }
}
