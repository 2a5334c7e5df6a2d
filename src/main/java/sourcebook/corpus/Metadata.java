package sourcebook.corpus;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.extract.Dates;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.extract.Unreadable;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.PartialDate;
import sourcebook.model.Problem;
import sourcebook.model.audience.Audience;

/**
 * Turns what a file states about its article into a citation. A part that cannot be right is left out, with a problem
 * that says so.
 */
final class Metadata {
    private static final Pattern GOOD_ID =
            Pattern.compile("(?!.*(?:^|/)\\.{0,2}(?:/|$))[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\\\]{1,200}");

    /** The key that states whom an article is for. */
    static final String AUDIENCE = Extract.AUDIENCE;

    /** All that lies in {@code articles/@legal/} is for the audience {@code legal}, if it does not state another. */
    private static final Pattern AUDIENCE_FOLDER = Pattern.compile("articles/@([^/]*)/");

    private static final int OPENING = 80;

    private final String file;
    private final int line;
    private final Map<String, String> stated;
    private final Intake intake;

    /**
     * What a file states.
     *
     * @param line where it states it, 0 for the whole file
     */
    Metadata(String file, int line, Map<String, String> stated, Intake intake) {
        this.file = file;
        this.line = line;
        this.stated = stated;
        this.intake = intake;
    }

    /** Whether the id can stand in a link: short, without control characters, backslashes or empty or dotted parts. */
    static boolean goodId(String id) {
        return GOOD_ID.matcher(id).matches();
    }

    /** The first words of a text: the title of an article that has neither a title nor a telling name. */
    static String openingWords(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= OPENING) {
            return line;
        }
        int space = line.lastIndexOf(' ', OPENING);
        return line.substring(0, space > 0 ? space : line.offsetByCodePoints(0, OPENING / 2)) + "…";
    }

    /** The article, for the audience that is stated, or else for that of its folder. */
    Article article(Citation citation, String text) throws Unreadable {
        return new Article(citation, text, audience());
    }

    /** An audience that cannot be right must not show the article to everybody: the article is not read at all. */
    private Audience audience() throws Unreadable {
        Matcher folder = AUDIENCE_FOLDER.matcher(file);
        Optional<String> written = stated.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(AUDIENCE))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .findFirst()
                .or(() -> folder.lookingAt() ? Optional.of(folder.group(1)) : Optional.empty());
        if (written.isPresent() && !Audience.named(written.get())) {
            throw new Unreadable(
                    line, "the audience " + written.get() + " must be letters, digits and hyphens, at most 40");
        }
        return written.map(Audience::of).orElse(Audience.PUBLIC);
    }

    Citation citation(String id, String titleOtherwise) {
        String title = value("title");
        return new Citation(
                id,
                title == null ? titleOtherwise : title,
                value("author"),
                value("publisher"),
                url(),
                published(),
                value("record"));
    }

    private @Nullable String url() {
        String url = value("url");
        if (url == null || url.matches("https?://[^\\s\"<>]+")) {
            return url;
        }
        return leftOut("url " + url + " is left out: it must begin with http:// or https:// and have no spaces");
    }

    private @Nullable PartialDate published() {
        String date = value("published");
        if (date == null) {
            return null;
        }
        PartialDate read = Dates.read(date).orElse(null);
        if (read == null) {
            leftOut("date " + date + " is left out: write it as 2015, 2015-07 or 2015-07-14");
        }
        return read;
    }

    private @Nullable String value(String key) {
        String value = stated.get(key);
        return value == null || value.isBlank() ? null : value.strip().replaceAll("\\s+", " ");
    }

    private @Nullable String leftOut(String what) {
        intake.problem(Problem.warning(file, line, what));
        return null;
    }
}
