package sourcebook.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A buyer or supplier with the other names that people use for it, and who has owned it when.
 *
 * @param name the name in full, which also identifies the party
 * @param otherNames short forms, former names, initials; may be empty
 */
public record Party(String name, List<String> otherNames, List<Ownership> owners) {
    public Party {
        otherNames = List.copyOf(otherNames);
        owners = List.copyOf(owners);
        if (name.isBlank() || otherNames.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a party's names must not be blank, party " + name);
        }
    }

    /**
     * A share in a party over time.
     *
     * @param share as the source states it, such as {@code 75 %}
     */
    public record Ownership(
            String owner,
            @Nullable String share,
            @Nullable PartialDate from,
            @Nullable PartialDate to,
            @Nullable String source) {}

    /** Stable key: the name in lower case with hyphens for all but letters and digits. */
    public String key() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }
}
