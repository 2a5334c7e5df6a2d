package sourcebook.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Answer;
import sourcebook.model.Answer.Reading;
import sourcebook.model.Answer.Reason;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Generation.Holdings;
import sourcebook.model.PartialDate;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.model.Span;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Held;
import sourcebook.model.contract.Money;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Source;
import sourcebook.model.contract.Term;
import sourcebook.model.contract.Value;

/** Answers of every kind, to be rendered. */
public final class Samples {
    public static final Links LINKS = new Links("https://quotes.test");
    public static final Citation MET = new Citation(
            "police/met",
            "The Met’s back office",
            "A. Writer",
            "The Paper",
            "https://paper.test/met",
            new PartialDate("2015-07-14"),
            null);
    public static final Citation BARE =
            new Citation("odd/100% & <b>|x", "Bare & <odd> | `title` @here", null, null, null, null, null);
    private static final Holdings HOLDINGS = new Holdings(61, 300, 900, new PartialDate("2026-07"));
    private static final Holdings ONE = new Holdings(1, 1, 1, null);

    private Samples() {}

    /** Each by the name of its files. */
    public static Map<String, Reply> all() {
        Map<String, Reply> all = new LinkedHashMap<>();
        all.put("found", reply("how long?", found(quote(MET, "It runs for ten years.", null))));
        all.put("found-several", several());
        all.put(
                "hostile",
                reply(
                        "<!channel> & <@U1> @here `x`",
                        found(quote(
                                BARE,
                                "<!channel> <@U1> &amp; <http://evil|x> @here ```\u202ertl\u202c 😀",
                                "<!here> & co"))));
        all.put("fact-notice", reply("how much?", new Answer.Found(List.of(amount()), 0.95, List.of(), "£93,007")));
        all.put(
                "fact-quoted",
                reply(
                        "who owns it?",
                        new Answer.Found(
                                List.of(holding(), doubtful()), 0.9, List.of("Two sources disagree."), "75 %")));
        all.put("too-long", reply("how long is this?", found(quote(MET, "word ".repeat(700) + "end.", null))));
        all.put(
                "ambiguous",
                reply(
                        "what does NPS do?",
                        new Answer.Ambiguous(
                                "NPS",
                                List.of(
                                        new Reading(
                                                "National Probation Service",
                                                "what does National Probation Service do?"),
                                        new Reading(
                                                "National Payroll Society",
                                                "what does National Payroll Society do?")))));
        for (Reason reason : Reason.values()) {
            String name = "not-found-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
            all.put(name, reply("what?", new Answer.NotFound(reason, 0, HOLDINGS, List.of())));
        }
        all.put(
                "found-in-two",
                reply(
                        "how long?",
                        found(quote(MET, "It runs for ten years.", null)
                                .alsoIn(List.of(quote(BARE, "It runs for ten years.", "Ada Byron"))))));
        all.put(
                "not-found-closest",
                reply(
                        "what?",
                        new Answer.NotFound(
                                Reason.NOT_STATED,
                                0.1,
                                ONE,
                                List.of(MET),
                                List.of(quote(MET, "It runs \u001b[2Jfor\u0007 ten years.", null)))));
        all.put(
                "not-found-nearest",
                reply("what?", new Answer.NotFound(Reason.WEAK_MATCH, 0.12345, ONE, List.of(MET, BARE))));
        return all;
    }

    /** Two quotes, the second of a source that states nothing about itself, and a notice. */
    public static Reply several() {
        return reply(
                "who said so?",
                new Answer.Found(
                        List.of(
                                quote(
                                        MET,
                                        "“It works,” said Ada Byron, chair of the board.",
                                        "Ada Byron, chair of the board"),
                                quote(BARE, "It costs £5m & <more> *or* _less_.", null)),
                        0.75,
                        List.of("1 quote was left out: the stored source no longer matches its checksum.")));
    }

    public static Reply reply(String question, Answer answer) {
        return new Reply(question, answer, 7, 42);
    }

    public static Answer.Found found(Quote... quotes) {
        List<Evidence> evidence = new ArrayList<>(List.of(quotes));
        return new Answer.Found(evidence, 0.987654, List.of());
    }

    /** A fact that an article states, and one that is doubtful. */
    static Answer.Found owner() {
        return new Answer.Found(List.of(holding(), doubtful()), 0.9, List.of("Two sources disagree."), "75 %");
    }

    private static Fact amount() {
        Source.Notice notice = new Source.Notice(
                "2a1e-819950",
                "ocds-b5fd17-e3b5",
                "awards.value.amount: 93007",
                "Cabinet Office",
                "https://finder.test/Notice/2a1e",
                new PartialDate("2025-01-23"));
        return new Fact(
                new Fact.Subject("ocds-b5fd17-e3b5", "Borough of Example", "Parking <Pilot>"),
                Predicate.VALUE,
                new Value.Amount(new Money(new BigDecimal("93007"), "GBP"), Basis.of(Basis.Kind.AWARD)),
                Held.recorded(new PartialDate("2025-01-23")),
                notice,
                List.of(),
                1);
    }

    private static Fact holding() {
        return new Fact(
                new Fact.Subject(null, "Example Services", "Example Services"),
                Predicate.OWNER,
                new Value.Holding(new Value.Named("Example plc", "example-plc"), "75 %"),
                new Held(new PartialDate("2013"), new PartialDate("2023-10"), new PartialDate("2013-11"), null),
                new Source.Said(quote(MET, "Example plc holds 75 % of it.", null), true),
                List.of(),
                0.8);
    }

    private static Fact doubtful() {
        Source.Notice bare = new Source.Notice("n & <1>", "p", "end: 1815", null, null, null);
        return new Fact(
                new Fact.Subject("odd/1 & <b>", null, "Odd & <b>"),
                Predicate.TERM,
                new Value.Length(new Term(200, Term.Unit.YEAR, true)),
                new Held(null, null, new PartialDate("2020"), new PartialDate("2021-02-03")),
                bare,
                List.of("A term of 200 years is longer than any contract runs."),
                0.5);
    }

    /** A quote of all but the first sentence of an article. */
    public static Quote quote(Citation citation, String words, @Nullable String speaker) {
        String before = "Before. ";
        Article article = new Article(citation, before + words);
        Passage passage = Passage.of(article, new Span(0, article.text().length()));
        return new Quote(passage, new Span(before.length(), article.text().length()), speaker, 1.23456);
    }
}
