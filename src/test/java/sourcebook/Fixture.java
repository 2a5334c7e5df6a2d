package sourcebook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.embed.Embedder;
import sourcebook.index.Draft;
import sourcebook.index.DraftWriter;
import sourcebook.index.Generations;
import sourcebook.index.Verdict;
import sourcebook.index.build.Ticker;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.PartialDate;
import sourcebook.model.Party;
import sourcebook.text.Names;

/** Articles and parties that tests share; all parties are invented. */
public final class Fixture {
    public static final Party ACME = new Party("Acme Example Services", List.of("Acme", "AES"), List.of());
    public static final Party NORTHTOWN = new Party("Northtown Example Council", List.of("Northtown"), List.of());
    public static final Party AES_ENERGY = new Party("Example Energy Supply", List.of("AES"), List.of());
    public static final Names NAMES = new Names(List.of(ACME, NORTHTOWN, AES_ENERGY));

    public static final Article ACME_PAYROLL = article(
            "acme-payroll",
            "Northtown's payroll contract with Acme",
            "2019-03-04",
            "Northtown Example Council signed a seven-year payroll contract with Acme Example Services in March 2019. "
                    + "The payroll contract is worth £12.4m. Pay slips go out on the last Friday of each month.\n\n"
                    + "Jane Roe, treasurer of Northtown, said the contract would save £2m. "
                    + "The auditors counted 3,100 staff on the payroll in 2021.");

    public static final Article ACME_SCHOOLS = article(
            "acme-schools",
            "School meals in Northtown",
            "2021-09-01",
            "Acme cooks 4,000 school meals a day in Northtown. The seven-year payroll contract with Acme is another one. "
                    + "Parents pay £2.40 for a meal.");

    public static final Article LIBRARIES = article(
            "libraries",
            "Libraries run by volunteers",
            null,
            "Volunteers have run five village libraries since 2012. The libraries lend e-books as well.");

    public static final List<Article> ALL = List.of(ACME_PAYROLL, ACME_SCHOOLS, LIBRARIES);
    public static final Instant BUILT = Instant.parse("2026-01-02T03:04:05Z");

    private Fixture() {}

    public static Article article(String id, String title, @Nullable String published, String text) {
        PartialDate date = published == null ? null : new PartialDate(published);
        return new Article(new Citation(id, title, "A. Writer", "Example Press", null, date, null), text);
    }

    /** A state folder's generations with these articles served. */
    public static Generations served(Path state, List<Article> articles) throws IOException {
        return served(state, NAMES, articles);
    }

    /** The same with other names. */
    public static Generations served(Path state, Names names, List<Article> articles) throws IOException {
        return served(new Generations(state, null), names, articles);
    }

    /** The same with sentences found by meaning as well. */
    public static Generations served(Path state, List<Article> articles, Embedder embedder) throws IOException {
        return served(new Generations(state, embedder), NAMES, articles);
    }

    private static Generations served(Generations generations, Names names, List<Article> articles) throws IOException {
        publish(generations, names, articles);
        return generations;
    }

    /** Builds, verifies and publishes one more generation. */
    public static void publish(Generations generations, List<Article> articles) throws IOException {
        publish(generations, NAMES, articles);
    }

    private static void publish(Generations generations, Names names, List<Article> articles) throws IOException {
        if (draft(generations, names, articles).verify(null, Draft.Inspection.NONE)
                instanceof Verdict.Verified verified) {
            generations.publish(verified);
        } else {
            throw new IllegalStateException("the fixture must pass its own checks");
        }
    }

    public static Draft draft(Generations generations, List<Article> articles) throws IOException {
        return draft(generations, NAMES, articles);
    }

    private static Draft draft(Generations generations, Names names, List<Article> articles) throws IOException {
        try (DraftWriter writer = generations.draft(names)) {
            for (Article article : articles) {
                writer.revision().begin("articles/" + article.id(), article.id());
                writer.add(article);
                writer.revision().end();
            }
            writer.build(Ticker.NONE);
            return writer.finish("fingerprint", BUILT, Ticker.NONE);
        }
    }
}
