package sourcebook.model.audience;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whom an article is for: a collection of the corpus that is shown in some places and not in others.
 *
 * @param name lower-case letters, digits and hyphens, at most 40
 */
public record Audience(String name) {
    private static final Pattern FORM = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{N}-]{0,39}");

    /** Everybody: the audience of an article that states none. */
    public static final Audience PUBLIC = new Audience("public");

    public Audience {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "an audience's name has letters, digits and hyphens, at most 40, got " + name);
        }
    }

    /** Whether a name, as people write it, can be that of an audience. */
    public static boolean named(String written) {
        return FORM.matcher(folded(written)).matches();
    }

    /** The audience of that name, however it is written: {@code Legal Team} is {@code legal-team}. */
    public static Audience of(String written) {
        return new Audience(folded(written));
    }

    private static String folded(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    }

    @Override
    public String toString() {
        return name;
    }
}
