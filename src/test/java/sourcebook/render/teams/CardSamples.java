package sourcebook.render.teams;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sourcebook.dialogue.Context;
import sourcebook.dialogue.Response;
import sourcebook.dialogue.Verification;
import sourcebook.dialogue.Verification.Match;
import sourcebook.model.Citation;
import sourcebook.model.PartialDate;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.model.Span;
import sourcebook.render.Links;
import sourcebook.render.Samples;

/** Cards of every kind. */
final class CardSamples {
    static final TeamsCards CARDS = new TeamsCards(new Links("https://quotes.test"));

    /** Words that a client might take for something else than words. */
    static final List<String> HOSTILE = List.of(
            "*a* and **b** and _c_ and ~~d~~",
            "[x](http://e) and ![y](http://e/y.png)",
            "1. first",
            "- item",
            "# heading",
            "> quoted",
            "`code` and ```more```",
            "<at>Somebody</at> should know",
            "<b>bold</b> & <script>alert(1)</script>",
            "&amp; &lt;b&gt; &nbsp; &#65;",
            "😀 👩‍👩‍👧‍👦 🇬🇧 é e\u0301",
            "\u202eright to left\u202c",
            "مرحبا بالعالم, 12%",
            "שלום \u200f(עולם) 3",
            "{{DATE(2017-02-14T06:08:39Z, LONG)}} {{TIME(2017-02-14T06:08:39Z)}}",
            "{{{DATE(2017-02-14T06:08:39Z, SHORT)}}}",
            "{{ and }} and {{",
            "two  spaces and a\ttab",
            "a\nnew line",
            "http://e and mail@e.test",
            "\\*escaped\\*",
            "$(x) ${y} {z}",
            "“curly” ‘quotes’ – dash… £216m 75 % ½",
            "zero\u200bwidth\u00a0and soft\u00adhyphen");

    private CardSamples() {}

    /** Each by a name for its picture. */
    static Map<String, Card> all() {
        Map<String, Card> all = new LinkedHashMap<>();
        Samples.all().forEach((name, reply) -> all.put(name, CARDS.render(answered(reply))));
        all.put("answer", CARDS.render(answer()));
        Quote quote = Samples.quote(Samples.MET, "It runs for ten years, and not for twelve.", "Ada Byron");
        all.put(
                "more",
                CARDS.render(new Response.Answered(
                        Samples.several(),
                        "who said so of the Met?",
                        1,
                        true,
                        List.of("how long?", "what *was* it worth?"))));
        all.put("help", CARDS.render(help()));
        all.put("welcome", CARDS.welcome(help()));
        all.put("told", CARDS.render(new Response.Told("There is no *such* [party](http://e).")));
        all.put(
                "sources",
                CARDS.render(new Response.Sources("Articles about “*x*”", List.of(Samples.MET, Samples.BARE), 40)));
        all.put("context", CARDS.context(context(quote), "how long?"));
        all.put("quote", CARDS.quote(quote));
        all.put("list", ListSamples.CARDS.render(ListSamples.of("Example Council", 42, 0)));
        all.put("list-expiring", ListSamples.CARDS.render(ListSamples.ending(10, 0)));
        all.putAll(AdminSamples.all("Jane *Roe*"));
        findings(quote).forEach((name, finding) -> all.put("verified-" + name, CARDS.render(verified(finding))));
        return all;
    }

    /** As an answer usually is. */
    private static Response answer() {
        Citation source = new Citation(
                "councils/example",
                "Example Council keeps its payroll outside",
                null,
                "Example Gazette",
                null,
                new PartialDate("2024-03-14"),
                null);
        Quote first = Samples.quote(
                source,
                "The contract with Example Payroll runs for ten years from April 2022, with an option of three more.",
                null);
        Quote second = Samples.quote(
                source,
                "“Ten years is long enough to get it right,” said its director of finance.",
                "the director of finance");
        return new Response.Answered(
                Samples.reply("how long does Example Council’s payroll contract run?", Samples.found(first, second)),
                null,
                0,
                true,
                List.of("how much is Example Council’s payroll contract worth?"));
    }

    static Response answered(Reply reply) {
        return new Response.Answered(reply, null, 0, false, List.of());
    }

    private static Response.Help help() {
        return new Response.Help(
                List.of(new Response.Help.Line("said NAME about TOPIC", "finds who said what")),
                List.of("how long?", "a `b` & <c>"));
    }

    /** All of a passage, with one sentence of it. */
    static Context context(Quote quote) {
        Passage passage = quote.passage();
        return new Context(quote, new Quote(passage, passage.span(), null, 1));
    }

    static Response verified(Verification.Finding finding) {
        return new Response.Verified(
                List.of(new Verification("It *runs* for twelve years", "Ada Byron", finding, List.of("A notice."))));
    }

    private static Map<String, Verification.Finding> findings(Quote quote) {
        int start = quote.span().start();
        Match match = new Match(quote, new Span(start, start + 21));
        List<Verification.Piece> pieces = new ArrayList<>(List.of(
                new Verification.Same(new Span(start, start + 7)),
                new Verification.Lost(new Span(start + 8, start + 11)),
                new Verification.Added("*twelve*")));
        Map<String, Verification.Finding> findings = new LinkedHashMap<>();
        findings.put("verbatim", new Verification.Verbatim(List.of(match)));
        findings.put("nearly", new Verification.Nearly(match, pieces));
        findings.put("changed", new Verification.Changed(match, pieces, "A number differs."));
        findings.put("of-another", new Verification.OfAnother(List.of(match)));
        findings.put("joined", new Verification.Joined(List.of(match, match), true));
        findings.put("absent", new Verification.Absent(List.of(Samples.MET)));
        return findings;
    }
}
