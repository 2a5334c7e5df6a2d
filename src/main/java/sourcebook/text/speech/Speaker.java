package sourcebook.text.speech;

import org.jspecify.annotations.Nullable;

/**
 * Who a text says is speaking.
 *
 * @param name the name with its title, as the text first gives it: "Dame Ruth O'Hara", "National Audit Office"
 * @param role the office or the organisation that stands beside the name, before or after it; null where none does
 * @param shown the name, and the role where it follows the name, as they stand in the text
 */
public record Speaker(String name, @Nullable String role, String shown) {
    public Speaker {
        if (name.isBlank() || shown.isBlank()) {
            throw new IllegalArgumentException("a speaker has a name, got \"" + name + "\" shown as \"" + shown + "\"");
        }
    }
}
