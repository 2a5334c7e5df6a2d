package sourcebook.model.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a fact states of its contract or party. The name in lower case, with hyphens, is the key that fact sheets and JSON
 * use, such as {@code awarded-on}.
 */
public enum Predicate {
    BUYER("buyer", true),
    SUPPLIER("supplier", true),
    VALUE("value", false),
    START("start", false),
    END("end", false),
    TERM("term", false),
    EXTENSION("option to extend", false),
    AWARDED_ON("award date", false),
    STATUS("status", false),
    SCOPE("scope", true),
    CATEGORY("CPV category", true),
    PROCEDURE("procedure", false),
    DEADLINE("deadline for bids", false),
    SAVING("saving", false),
    POSTS("posts", false),
    OWNER("owner", true);

    private final String label;
    private final boolean several;

    Predicate(String label, boolean several) {
        this.label = label;
        this.several = several;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As people read it, in the middle of a sentence. */
    public String label() {
        return label;
    }

    /** Whether one source can state several of these at once, which together are what it says. */
    public boolean several() {
        return several;
    }

    public static Optional<Predicate> of(String key) {
        return Arrays.stream(values())
                .filter(predicate -> predicate.key().equals(key.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
