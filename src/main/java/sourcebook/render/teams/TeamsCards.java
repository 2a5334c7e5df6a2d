package sourcebook.render.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.dialogue.Context;
import sourcebook.dialogue.Response;
import sourcebook.model.Answer.Ambiguous;
import sourcebook.model.Answer.Found;
import sourcebook.model.Answer.NotFound;
import sourcebook.model.Answer.Reading;
import sourcebook.model.Citation;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.model.Span;
import sourcebook.model.contract.Source.Notice;
import sourcebook.model.contract.Source.Said;
import sourcebook.render.FactWording;
import sourcebook.render.Links;
import sourcebook.render.Wording;
import sourcebook.render.contract.ListPictures;
import sourcebook.render.teams.CardWriter.Look;
import sourcebook.render.teams.CardWriter.Run;

/** Responses as cards. Safe for many threads. */
public final class TeamsCards {
    /** So many articles are listed on one card. */
    private static final int MAX_LISTED = 20;

    private static final int MAX_EXAMPLES = 3;
    private static final int MAX_SUMMARY = 250;

    /** Stands for words that do not fit; a quote is never shortened. */
    static final String TOO_LONG = "This sentence is too long for a card; the link opens it.";

    private final Links links;
    private final @Nullable ListPictures pictures;

    /** Cards without charts. */
    public TeamsCards(Links links) {
        this(links, null);
    }

    /**
     * Cards.
     *
     * @param pictures draws charts of contracts, null where there are none
     */
    public TeamsCards(Links links, @Nullable ListPictures pictures) {
        this.links = links;
        this.pictures = pictures;
    }

    /** What a person gets back, as one card. */
    public Card render(Response response) {
        return switch (response) {
            case Response.Answered answered -> answered(answered);
            case Response.Verified verified -> new VerifiedCard(links).render(verified);
            case Response.Sources sources -> sources(sources);
            case Response.Help help -> help(help);
            case Response.Listed listed -> new ListCard(links, pictures).render(listed);
            case Response.Told told -> sentence(told.sentence());
        };
    }

    /** A sentence or two of ours, which may hold what somebody typed. */
    public Card sentence(String words) {
        CardWriter card = new CardWriter();
        card.add(CardWriter.rich(List.of(Run.plain(CardWriter.cut(words, 4_000))), false));
        return card.card(words, List.of());
    }

    /** A quote in its paragraph, with the way back to the answer that it was shown in. */
    public Card context(Context context, String question) {
        Quote paragraph = context.paragraph();
        Span sentence = context.sentence().span();
        CardWriter card = new CardWriter();
        card.heading("In context");
        card.add(List.of(CardWriter.quotation(marked(paragraph, sentence))), List.of(alone(context.sentence())));
        card.add(
                CardWriter.source(context.sentence().speaker(), paragraph.citation(), links.quote(context.sentence())));
        if (!question.isEmpty()) {
            card.execute("Back to the answer", Press.ask(question, 0));
        }
        return card.card("In context: " + paragraph.citation().title(), List.of());
    }

    /** What stands for a paragraph that does not fit: the sentence, or a word on it where that is too long as well. */
    private static ObjectNode alone(Quote sentence) {
        ObjectNode alone = CardWriter.quotation(List.of(Run.of(sentence.text(), Look.MARKED)));
        return Card.bytes(alone) > Card.MAX_BYTES / 2 ? CardWriter.textBlock(TOO_LONG) : alone;
    }

    /** One quote alone, to be posted by somebody who searched for it. */
    public Card quote(Quote quote) {
        CardWriter card = new CardWriter();
        quote(card, quote, "");
        return card.card(quote.citation().title(), List.of());
    }

    /** What is said once, where we have just been installed. */
    public Card welcome(Response.Help help) {
        CardWriter card = new CardWriter();
        card.heading("Ask about outsourcing, and get the exact words of the sources");
        card.own("Every quote comes with who said it, where and when. If no source answers, I say so. In a channel or a"
                + " group, mention me; here are some questions to begin with, and **help** lists the commands.");
        card.say(help.examples().stream().limit(MAX_EXAMPLES).toList());
        return card.card(
                "Sourcebook answers questions about outsourcing with the exact words of its sources.", List.of());
    }

    /** A quote's words with a part of them marked; together they are the quote, character by character. */
    static List<Run> marked(Quote quote, Span part) {
        Span whole = quote.span();
        List<Run> runs = new ArrayList<>();
        add(runs, quote, new Span(whole.start(), part.start()), Look.PLAIN);
        add(runs, quote, part, Look.MARKED);
        add(runs, quote, new Span(part.end(), whole.end()), Look.PLAIN);
        return runs;
    }

    private static void add(List<Run> runs, Quote quote, Span span, Look look) {
        if (span.length() > 0) {
            runs.add(Run.of(quote.passage().cut(span), look));
        }
    }

    private Card answered(Response.Answered answered) {
        Reply reply = answered.reply();
        CardWriter card = new CardWriter();
        card.plain("You asked: " + reply.question());
        understood(card, answered.understood());
        List<Card.Cited> cited = new ArrayList<>();
        switch (reply.answer()) {
            case Found found -> {
                found(card, found, reply.question(), cited);
                pages(card, answered);
            }
            case Ambiguous ambiguous -> ambiguous(card, ambiguous);
            case NotFound notFound -> notFound(card, notFound);
        }
        card.say(answered.next());
        return card.card(summary(reply), cited);
    }

    private static void understood(CardWriter card, @Nullable String understood) {
        Optional.ofNullable(understood).ifPresent(question -> card.plain("Understood as: " + question));
    }

    private static String summary(Reply reply) {
        String question = CardWriter.cut(reply.question(), MAX_SUMMARY);
        return switch (reply.answer()) {
            case Found found -> "Answer to: " + question;
            case Ambiguous ambiguous -> Wording.which(ambiguous);
            case NotFound notFound -> Wording.refusal(notFound);
        };
    }

    private void found(CardWriter card, Found found, String question, List<Card.Cited> cited) {
        if (found.headline() != null) {
            card.add(CardWriter.rich(List.of(Run.of(found.headline(), Look.BOLD)), false));
        }
        for (Evidence evidence : found.evidence()) {
            switch (evidence) {
                case Quote quote -> {
                    quote(card, quote, question);
                    cited.add(cited(quote));
                }
                case Fact fact -> {
                    fact(card, fact, question);
                    cited.add(new Card.Cited(fact.subject().label(), links.fact(fact), FactWording.source(fact)));
                }
            }
        }
        found.notices().forEach(card::plain);
    }

    /** A fact with the words that say so: a quote as everywhere, or a notice's own fields. */
    private void fact(CardWriter card, Fact fact, String question) {
        card.add(CardWriter.rich(List.of(Run.of(FactWording.statement(fact), Look.BOLD)), false));
        switch (fact.source()) {
            case Said said -> quote(card, said.quote(), question);
            case Notice notice -> notice(card, notice, FactWording.source(fact), links.fact(fact));
        }
        Stream.of(FactWording.time(fact), FactWording.doubts(fact))
                .filter(line -> !line.isEmpty())
                .forEach(card::plain);
    }

    private static void notice(CardWriter card, Notice notice, String source, String url) {
        ObjectNode link = CardWriter.rich(List.of(new Run(source, Look.PLAIN, url)), true);
        ObjectNode instead = CardWriter.textBlock("The notice’s words are too long for a card; the link opens it.");
        card.add(List.of(CardWriter.quotation(List.of(Run.plain(notice.words()))), link), List.of(instead, link));
    }

    private Card.Cited cited(Quote quote) {
        String said = quote.speaker() == null ? "" : "Said by " + quote.speaker() + ". ";
        String provenance = Wording.provenance(quote.citation());
        String where = said + provenance;
        return new Card.Cited(
                quote.citation().title(), links.quote(quote), where.isBlank() ? "Opens at the sentence." : where);
    }

    /** A quote with its source; its place is asked for again by a button where there is an answer to come back to. */
    private void quote(CardWriter card, Quote quote, String question) {
        ObjectNode source = CardWriter.source(quote.speaker(), quote.citation(), links.quote(quote));
        List<ObjectNode> whole =
                new ArrayList<>(List.of(CardWriter.quotation(List.of(Run.plain(quote.text()))), source));
        for (Quote other : quote.also()) {
            whole.add(CardWriter.textBlock(Wording.also()));
            whole.add(CardWriter.source(other.speaker(), other.citation(), links.quote(other)));
        }
        if (!question.isEmpty()) {
            whole.add(CardWriter.button("Read in context", new Press(Press.Verb.CONTEXT, question, 0, quote.place())));
        }
        ObjectNode instead = CardWriter.textBlock(TOO_LONG);
        card.add(whole, List.of(instead, source));
    }

    private static void pages(CardWriter card, Response.Answered answered) {
        String question = answered.reply().question();
        if (answered.more()) {
            card.execute("More", Press.ask(question, answered.page() + 1));
        }
        if (answered.page() > 0) {
            card.execute("Back", Press.ask(question, answered.page() - 1));
        }
        card.executeFromMenu("This helped", new Press(Press.Verb.HELPFUL, question, answered.page(), null));
        card.executeFromMenu("This did not help", new Press(Press.Verb.UNHELPFUL, question, answered.page(), null));
    }

    private static void ambiguous(CardWriter card, Ambiguous ambiguous) {
        card.add(CardWriter.rich(List.of(Run.plain(Wording.which(ambiguous))), false));
        List<Reading> readings = ambiguous.readings();
        for (Reading reading : readings.subList(0, Math.min(CardWriter.MAX_ACTIONS, readings.size()))) {
            card.execute(reading.party(), Press.ask(reading.question(), 0));
        }
        for (Reading reading : readings.subList(Math.min(CardWriter.MAX_ACTIONS, readings.size()), readings.size())) {
            card.plain("Or: " + reading.party());
        }
    }

    private void notFound(CardWriter card, NotFound notFound) {
        card.own(Wording.refusal(notFound));
        if (!notFound.closest().isEmpty()) {
            card.own(Wording.closest(notFound.closest().size()));
            notFound.closest().forEach(quote -> quote(card, quote, ""));
        }
        if (!notFound.nearest().isEmpty()) {
            card.own(Wording.nearest());
            notFound.nearest().forEach(citation -> listed(card, citation));
        }
    }

    private Card sources(Response.Sources sources) {
        CardWriter card = new CardWriter();
        card.add(CardWriter.rich(List.of(Run.of(sources.heading(), Look.BOLD)), false));
        List<Citation> shown = sources.articles().stream().limit(MAX_LISTED).toList();
        shown.forEach(citation -> listed(card, citation));
        if (sources.all() > shown.size()) {
            card.own(shown.size() + " of " + sources.all() + " are listed.");
        }
        return card.card(sources.heading(), List.of());
    }

    private void listed(CardWriter card, Citation citation) {
        card.add(CardWriter.source(null, citation, links.article(citation.article())));
    }

    private Card help(Response.Help help) {
        CardWriter card = new CardWriter();
        card.heading("Ask about outsourcing, and get the exact words of the sources");
        card.own("Type a question. In a channel or a group, mention me first. If no source answers, I say so.");
        help.lines()
                .forEach(line -> card.add(CardWriter.rich(
                        List.of(Run.of(line.usage(), Look.BOLD), Run.plain(" – " + line.what())), false)));
        card.say(help.examples().stream().limit(MAX_EXAMPLES).toList());
        return card.card("How to ask Sourcebook", List.of());
    }
}
