package sourcebook.render.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sourcebook.model.Answer.Ambiguous;
import sourcebook.model.Answer.Found;
import sourcebook.model.Answer.NotFound;
import sourcebook.model.Answer.Reading;
import sourcebook.model.Citation;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.model.contract.Source.Notice;
import sourcebook.model.contract.Source.Said;
import sourcebook.render.FactWording;
import sourcebook.render.Links;
import sourcebook.render.Wording;

/** An answer as a Slack message: each quote as rich text, its source below it. */
public final class SlackAnswer {
    /** A longer sentence is not shown in part, which could turn its meaning: it is linked. */
    static final int MAX_QUOTE = 2_900;

    /** A speaker or a provenance; with a link of an article's longest name they fit in one text. */
    private static final int MAX_PART = 300;

    private static final int MAX_QUESTION = 1_000;

    /** Buttons in one row, as Slack allows. */
    private static final int MAX_READINGS = 25;

    private final Links links;

    public SlackAnswer(Links links) {
        this.links = links;
    }

    /**
     * The answer without buttons, but for those of an ambiguous question.
     *
     * @return the quotes that were shown, which buttons can be about
     */
    List<Quote> body(SlackBlocks blocks, Reply reply, Seals seals) {
        return switch (reply.answer()) {
            case Found found -> found(blocks, found);
            case Ambiguous ambiguous -> ambiguous(blocks, ambiguous, seals);
            case NotFound notFound -> notFound(blocks, notFound);
        };
    }

    /** Quotes for the whole channel, without buttons. */
    public SlackMessage shared(String question, List<Quote> quotes, String sharedBy) {
        SlackBlocks blocks = new SlackBlocks();
        blocks.plainContext("Asked: " + question);
        List<String> texts = new ArrayList<>();
        for (Quote quote : quotes) {
            quote(blocks, quote);
            texts.add(plain(quote));
        }
        blocks.plainContext("Shared by " + sharedBy);
        return new SlackMessage(fallback(question, texts), blocks.blocks());
    }

    private List<Quote> found(SlackBlocks blocks, Found found) {
        if (found.headline() != null) {
            blocks.markup("*" + SlackBlocks.escape(found.headline().replace('*', '∗'), MAX_QUESTION) + "*");
        }
        List<Quote> quotes = new ArrayList<>();
        for (Evidence evidence : found.evidence()) {
            switch (evidence) {
                case Quote quote -> {
                    quote(blocks, quote);
                    quotes.add(quote);
                }
                case Fact fact -> fact(blocks, fact, quotes);
            }
        }
        found.notices().forEach(blocks::plainContext);
        return quotes;
    }

    /** A quote with its source below it. */
    void quote(SlackBlocks blocks, Quote quote) {
        String text = quote.text();
        if (text.length() <= MAX_QUOTE) {
            blocks.quote(text);
        } else {
            blocks.plain("This sentence is too long for Slack (" + text.length() + " characters); the link opens it.");
        }
        blocks.context(source(quote));
        quote.also().forEach(other -> blocks.context(Wording.also() + source(other)));
    }

    /** A fact; the sentence that it rests on can be shared as a quote. */
    private void fact(SlackBlocks blocks, Fact fact, List<Quote> quotes) {
        blocks.plain(SlackBlocks.cut(FactWording.statement(fact), MAX_QUESTION));
        switch (fact.source()) {
            case Said said -> {
                quote(blocks, said.quote());
                quotes.add(said.quote());
            }
            case Notice notice -> {
                blocks.quote(SlackBlocks.cut(notice.words(), MAX_QUOTE));
                blocks.context(SlackBlocks.link(links.fact(fact), FactWording.source(fact)));
            }
        }
        Stream.of(FactWording.time(fact), FactWording.doubts(fact))
                .filter(line -> !line.isEmpty())
                .forEach(blocks::plainContext);
    }

    String source(Quote quote) {
        Citation citation = quote.citation();
        String said = quote.speaker() == null ? "" : "Said by " + SlackBlocks.escape(quote.speaker(), MAX_PART) + " · ";
        String provenance = SlackBlocks.escape(Wording.provenance(citation), MAX_PART);
        return said
                + SlackBlocks.link(links.quote(quote), citation.title())
                + (provenance.isEmpty() ? "" : " · " + provenance);
    }

    private static List<Quote> ambiguous(SlackBlocks blocks, Ambiguous ambiguous, Seals seals) {
        blocks.plain(Wording.which(ambiguous));
        ArrayNode buttons = blocks.actions();
        int number = 0;
        for (Reading reading : ambiguous.readings().stream().limit(MAX_READINGS).toList()) {
            String question = SlackBlocks.cut(reading.question(), MAX_QUESTION);
            SlackBlocks.button(buttons, Seals.ASK + "_" + number++, reading.party(), seals.seal(Seals.ASK, question));
        }
        return List.of();
    }

    private List<Quote> notFound(SlackBlocks blocks, NotFound notFound) {
        blocks.plain(Wording.refusal(notFound));
        if (!notFound.closest().isEmpty()) {
            blocks.context(Wording.closest(notFound.closest().size()));
            notFound.closest().forEach(quote -> quote(blocks, quote));
        }
        if (!notFound.nearest().isEmpty()) {
            blocks.context(Wording.nearest());
            for (Citation citation : notFound.nearest()) {
                article(blocks, citation);
            }
        }
        return List.of();
    }

    /** A line of a list of articles. */
    void article(SlackBlocks blocks, Citation citation) {
        blocks.context("• " + SlackBlocks.link(links.article(citation.article()), citation.title()));
    }

    /** What stands for the answer where blocks are not shown. */
    String fallback(Reply reply) {
        return switch (reply.answer()) {
            case Found found ->
                fallback(
                        reply.question(),
                        found.evidence().stream()
                                .map(evidence -> switch (evidence) {
                                    case Quote quote -> plain(quote);
                                    case Fact fact -> FactWording.statement(fact);
                                })
                                .toList());
            case Ambiguous ambiguous -> fallback(reply.question(), List.of(Wording.which(ambiguous)));
            case NotFound notFound -> fallback(reply.question(), List.of(Wording.refusal(notFound)));
        };
    }

    /** As many whole parts as fit; a quote is never shortened. */
    static String fallback(String question, List<String> parts) {
        StringBuilder text = new StringBuilder(SlackBlocks.escape(question, MAX_QUESTION));
        for (String part : parts) {
            String escaped = "\n" + SlackBlocks.escape(part);
            if (text.length() + escaped.length() <= SlackMessage.MAX_TEXT) {
                text.append(escaped);
            }
        }
        return text.toString();
    }

    static String plain(Quote quote) {
        return "“" + quote.text() + "” (" + quote.citation().title() + ")";
    }
}
