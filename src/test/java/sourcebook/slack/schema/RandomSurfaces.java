package sourcebook.slack.schema;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sourcebook.dialogue.Context;
import sourcebook.dialogue.Response;
import sourcebook.dialogue.Verification;
import sourcebook.dialogue.Verification.Match;
import sourcebook.library.report.KeptGeneration;
import sourcebook.model.Answer;
import sourcebook.model.Citation;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Generation;
import sourcebook.model.Generation.Holdings;
import sourcebook.model.PartialDate;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.model.Span;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.ContractQuery;
import sourcebook.model.contract.Held;
import sourcebook.model.contract.Listing;
import sourcebook.model.contract.Money;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Source;
import sourcebook.model.contract.Value;
import sourcebook.question.Questions;
import sourcebook.render.Samples;
import sourcebook.render.slack.Manner;
import sourcebook.render.slack.Seals;
import sourcebook.render.slack.SlackAdmin;
import sourcebook.render.slack.SlackHelp;
import sourcebook.render.slack.SlackResponse;
import sourcebook.render.slack.SlackUnfurl;
import sourcebook.render.slack.SlackViews;

/** Makes up what could be answered, in words that mean something to Slack, and renders it. */
final class RandomSurfaces {
    private static final String[] PIECES = {
        "a",
        "word ",
        "million ",
        "&",
        "<",
        ">",
        "|",
        "\"",
        "\\",
        "`",
        "é",
        "日本",
        "😀",
        "\u202e",
        "\u0000",
        "\u0007",
        "<!channel>",
        "<!here|x>",
        "<@U1>",
        "<#C1>",
        "<!subteam^S1>",
        "<http://evil.test|x>",
        "https://evil.test ",
        "\n",
        "\t",
        "@here ",
        "@channel ",
        ":smile:",
        "*bold*",
        "_it_",
        "~no~",
        "```",
        "&lt;",
        "&amp;",
        "{}",
        "\u2028"
    };
    private static final SlackResponse RESPONSES = new SlackResponse(Samples.LINKS);
    private static final SlackViews VIEWS = new SlackViews(Samples.LINKS);
    private static final Seals SEALS = (action, value) -> "s".repeat(Seals.MAX_SEAL) + value;

    private static final int LONGEST_QUOTE = 2_900;

    private final Random random;

    RandomSurfaces(Random random) {
        this.random = random;
    }

    /**
     * A surface.
     *
     * @param quoted the words that it must quote, each exactly, in this order
     */
    record Made(Surface surface, List<String> quoted) {}

    Made next() {
        return switch (random.nextInt(16)) {
            case 0 -> shared();
            case 1 -> contexts();
            case 2 -> view(VIEWS.reason("s".repeat(random.nextInt(2_000))), List.of());
            case 3 -> view(home(), List.of());
            case 4 -> unfurl();
            case 5 -> message(SlackHelp.sentence(text(5_000)).privately(), List.of());
            case 6, 7, 8 -> verified();
            case 9 -> response(sources(), List.of());
            case 10 -> response(listed(), List.of());
            case 11 -> response(help(), List.of());
            default -> answered();
        };
    }

    private static Made message(String json, List<String> quoted) {
        return new Made(Surface.message(json), quoted);
    }

    private static Made view(String json, List<String> quoted) {
        return new Made(Surface.view(json), quoted);
    }

    private Made response(Response response, List<String> quoted) {
        Manner manner = Manner.values()[random.nextInt(Manner.values().length)];
        return message(RESPONSES.render(response, manner, SEALS).privately(), quoted);
    }

    private Made answered() {
        String question = Questions.clean(text(600));
        List<String> quoted = new ArrayList<>();
        Answer answer = answer(question, quoted);
        Reply reply = new Reply(question, answer, random.nextLong(1_000), random.nextLong(10_000));
        return response(
                new Response.Answered(
                        reply,
                        random.nextBoolean() ? text(900) : null,
                        random.nextInt(3),
                        random.nextBoolean(),
                        some(4, () -> text(600))),
                quoted);
    }

    private Answer answer(String question, List<String> quoted) {
        return switch (random.nextInt(5)) {
            case 0 ->
                new Answer.Ambiguous(
                        text(500),
                        IntStream.range(0, 2 + random.nextInt(40))
                                .mapToObj(i -> new Answer.Reading(text(3_000), question + text(3_000)))
                                .toList());
            case 1 -> notFound(quoted);
            default -> found(quoted);
        };
    }

    private Answer notFound(List<String> quoted) {
        List<Quote> closest = some(3, this::quote);
        closest.forEach(quote -> note(quote, quoted));
        Answer.Reason reason = Answer.Reason.values()[random.nextInt(Answer.Reason.values().length)];
        return new Answer.NotFound(
                reason, 0, new Holdings(1, 1, 1, null), some(4, this::citation), closest, some(3, () -> text(900)));
    }

    private Answer found(List<String> quoted) {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            evidence.add(random.nextInt(4) == 0 ? fact() : quote());
        }
        evidence.forEach(one -> note(one, quoted));
        return new Answer.Found(
                evidence, random.nextDouble(), some(3, () -> text(400)), random.nextBoolean() ? text(1_200) : null);
    }

    /** A longer one is linked instead. */
    private static void note(Evidence evidence, List<String> quoted) {
        if (evidence.text().length() <= LONGEST_QUOTE) {
            quoted.add(evidence.text());
        }
    }

    private Made shared() {
        List<Quote> quotes = new ArrayList<>(List.of(quote()));
        quotes.addAll(some(4, this::quote));
        List<String> quoted = new ArrayList<>();
        quotes.forEach(quote -> note(quote, quoted));
        return message(RESPONSES.shared(text(2_000), quotes, text(300)).inChannel(), quoted);
    }

    /** Sentences in bold, where their paragraphs are not too long. */
    private Made contexts() {
        List<Context> contexts = some(5, this::context);
        List<String> quoted = new ArrayList<>();
        contexts.forEach(context -> note(context.sentence(), quoted));
        return view(VIEWS.context(contexts), quoted);
    }

    private Made unfurl() {
        if (random.nextBoolean()) {
            return new Made(Surface.blocks(SlackUnfurl.article(Samples.LINKS, citation())), List.of());
        }
        Quote quote = quote();
        List<String> quoted = new ArrayList<>();
        note(quote, quoted);
        return new Made(Surface.blocks(SlackUnfurl.quote(Samples.LINKS, quote)), quoted);
    }

    private Made verified() {
        List<String> quoted = new ArrayList<>();
        List<Verification> claims = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            Verification.Finding finding = finding();
            if (claims.size() < 6) {
                shown(finding).forEach(match -> note(match.sentence(), quoted));
            }
            claims.add(new Verification(
                    text(2_000), random.nextBoolean() ? text(400) : null, finding, some(3, () -> text(500))));
        }
        return response(new Response.Verified(claims), quoted);
    }

    private Verification.Finding finding() {
        Match match = match();
        return switch (random.nextInt(6)) {
            case 0 -> new Verification.Verbatim(matches());
            case 1 -> new Verification.Nearly(match, pieces(match));
            case 2 -> new Verification.Changed(match, pieces(match), text(400));
            case 3 -> new Verification.OfAnother(matches());
            case 4 -> new Verification.Joined(List.of(match, match()), random.nextBoolean());
            default -> new Verification.Absent(some(4, this::citation));
        };
    }

    private static List<Match> shown(Verification.Finding finding) {
        return switch (finding) {
            case Verification.Verbatim verbatim -> first(verbatim.matches());
            case Verification.OfAnother other -> first(other.matches());
            case Verification.Joined joined -> first(joined.fragments());
            case Verification.Nearly nearly -> List.of(nearly.match());
            case Verification.Changed changed -> List.of(changed.match());
            case Verification.Absent absent -> List.of();
        };
    }

    private static List<Match> first(List<Match> matches) {
        return matches.subList(0, Math.min(2, matches.size()));
    }

    private List<Match> matches() {
        List<Match> matches = new ArrayList<>(List.of(match()));
        matches.addAll(some(3, this::match));
        return matches;
    }

    private Match match() {
        Quote quote = quote();
        return new Match(quote, quote.span());
    }

    private List<Verification.Piece> pieces(Match match) {
        Span span = match.sentence().span();
        int middle = span.start() + random.nextInt(span.length());
        middle -= Character.isLowSurrogate(match.sentence().text().charAt(middle - span.start())) ? 1 : 0;
        List<Verification.Piece> pieces = new ArrayList<>();
        if (middle > span.start()) {
            pieces.add(new Verification.Same(new Span(span.start(), middle)));
        }
        pieces.add(new Verification.Added(text(300)));
        pieces.add(new Verification.Lost(new Span(middle, span.end())));
        return pieces;
    }

    private Response sources() {
        List<Citation> articles = some(30, this::citation);
        return new Response.Sources(text(1_500), articles, articles.size() + random.nextInt(3));
    }

    private Response help() {
        return new Response.Help(
                some(10, () -> new Response.Help.Line(text(200), text(200))), some(6, () -> text(600)));
    }

    private Response listed() {
        List<Contract> rows = some(10, this::contract);
        Listing listing = new Listing(
                new ContractQuery(List.of(), ContractQuery.Sort.ENDS, false, 0),
                rows,
                rows.size() + random.nextInt(30),
                List.of(),
                0,
                0,
                1,
                some(3, () -> text(400)));
        return new Response.Listed(text(500), text(200), listing, random.nextBoolean());
    }

    private Contract contract() {
        return new Contract(text(60), text(800), null, some(4, this::fact));
    }

    private Fact fact() {
        Source source = random.nextBoolean()
                ? new Source.Said(quote(), random.nextBoolean())
                : new Source.Notice(
                        text(60),
                        "p",
                        text(2_000),
                        orNull(text(200)),
                        random.nextBoolean() ? "https://finder.test/1" : null,
                        null);
        return new Fact(
                new Fact.Subject("c" + random.nextInt(9), null, text(900)),
                Predicate.values()[random.nextInt(Predicate.values().length)],
                value(),
                Held.recorded(random.nextBoolean() ? new PartialDate("2025-01") : null),
                source,
                some(2, () -> text(300)),
                1);
    }

    private Value value() {
        return switch (random.nextInt(4)) {
            case 0 -> new Value.Amount(new Money(new BigDecimal("93007"), "GBP"), Basis.of(Basis.Kind.AWARD));
            case 1 -> new Value.Day(new PartialDate("2026-03"));
            case 2 -> new Value.Named(text(900), "n");
            default -> new Value.Words(text(4_000));
        };
    }

    private String home() {
        Generation serving = new Generation(
                7,
                Instant.parse("2026-11-25T10:00:00Z"),
                "0",
                Generation.WORDS_ALONE,
                new Holdings(61, 300, 900, null),
                List.of());
        return VIEWS.home(
                new SlackViews.Home(
                        random.nextBoolean() ? serving : null,
                        some(6, () -> text(600)),
                        some(7, () -> text(600)),
                        random.nextBoolean() ? desk() : null),
                SEALS);
    }

    private SlackAdmin.Desk desk() {
        List<KeptGeneration> kept =
                some(3, () -> new KeptGeneration(random.nextInt(9), null, random.nextBoolean(), null));
        return new SlackAdmin.Desk(null, kept);
    }

    private Context context() {
        Quote sentence = quote();
        return new Context(
                sentence, new Quote(sentence.passage(), sentence.passage().span(), null, 0));
    }

    private Quote quote() {
        Quote quote = Samples.quote(citation(), text(random.nextInt(12) == 0 ? 4_000 : 300), orNull(text(400)));
        return random.nextInt(5) == 0 ? quote.alsoIn(List.of(Samples.quote(citation(), quote.text(), null))) : quote;
    }

    private Citation citation() {
        return new Citation(
                id(),
                text(900),
                orNull(text(400)),
                orNull(text(400)),
                null,
                random.nextBoolean() ? new PartialDate("2015-07-14") : null,
                null);
    }

    private String id() {
        String id = text(190).replaceAll("[\\p{Cc}\\\\\u2028]", "x");
        return id.substring(0, Math.min(200, id.length())).replaceAll("[\ud800-\udbff]$", "");
    }

    private @Nullable String orNull(String text) {
        return random.nextBoolean() ? text : null;
    }

    private <T> List<T> some(int most, Supplier<T> make) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> Objects.requireNonNull(make.get()))
                .toList();
    }

    /** Never blank; short ones more often than long ones. */
    private String text(int most) {
        int length = 1 + random.nextInt(random.nextInt(4) > 0 ? 20 : most);
        boolean uniform = random.nextInt(6) == 0;
        String piece = PIECES[random.nextInt(PIECES.length)];
        StringBuilder text = new StringBuilder("x");
        while (text.length() < length) {
            text.append(uniform ? piece : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
