package sourcebook.render;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Answer;
import sourcebook.model.Answer.Ambiguous;
import sourcebook.model.Answer.Found;
import sourcebook.model.Answer.NotFound;
import sourcebook.model.Answer.Reading;
import sourcebook.model.Citation;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.model.contract.Held;
import sourcebook.model.contract.Source.Notice;
import sourcebook.model.contract.Source.Said;

/**
 * An answer as one line of JSON. Its fields are a contract: programs read them.
 *
 * <p>{@code start} and {@code end} are UTF-16 offsets in the article's text, the end exclusive, and {@code text} is
 * exactly what stands between them.
 */
public final class JsonAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Links links;

    public JsonAnswer(Links links) {
        this.links = links;
    }

    /** The reply as a line without a line end; {@code id} is the asker's own, empty where there is none. */
    public String render(String id, Reply reply) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", id);
        json.put("question", reply.question());
        json.put("outcome", outcome(reply.answer()));
        json.put("headline", reply.answer() instanceof Found found ? found.headline() : null);
        json.put("confidence", rounded(reply.answer().confidence()));
        evidence(json.putArray("evidence"), reply.answer());
        next(json.putArray("next"), reply.answer());
        json.put("generation", reply.generation());
        json.put("millis", reply.millis());
        if (reply.answer() instanceof NotFound notFound && !notFound.closest().isEmpty()) {
            ArrayNode nearest = json.putArray("nearest");
            notFound.closest().forEach(quote -> quote(nearest.addObject(), quote));
        }
        return json.toString();
    }

    private static String outcome(Answer answer) {
        return switch (answer) {
            case Found found -> "found";
            case Ambiguous ambiguous -> "ambiguous";
            case NotFound notFound -> "not_found";
        };
    }

    private void evidence(ArrayNode array, Answer answer) {
        if (answer instanceof Found found) {
            for (Evidence evidence : found.evidence()) {
                switch (evidence) {
                    case Quote quote -> quote(array.addObject(), quote);
                    case Fact fact -> fact(array.addObject(), fact);
                }
            }
        }
    }

    private void quote(ObjectNode json, Quote quote) {
        json.put("type", "quote");
        source(json, quote);
        json.put("text", quote.text());
        json.put("start", quote.span().start());
        json.put("end", quote.span().end());
        json.put("link", links.quote(quote));
        json.put("score", rounded(quote.score()));
        if (!quote.also().isEmpty()) {
            ArrayNode also = json.putArray("also");
            quote.also().forEach(other -> also(also.addObject(), other));
        }
    }

    private static void source(ObjectNode json, Quote quote) {
        Citation citation = quote.citation();
        json.put("article", citation.article());
        json.put("title", citation.title());
        json.put("author", citation.author());
        json.put("publisher", citation.publisher());
        json.put("url", citation.url());
        json.put("published", text(citation.published()));
        json.put("speaker", quote.speaker());
    }

    /** Another article with the same sentence; its words are the quote's, but for typography. */
    private void also(ObjectNode json, Quote other) {
        source(json, other);
        json.put("start", other.span().start());
        json.put("end", other.span().end());
        json.put("link", links.quote(other));
    }

    private void fact(ObjectNode json, Fact fact) {
        Held held = fact.held();
        json.put("type", "fact");
        json.put("contract", fact.subject().contract());
        json.put("party", fact.subject().party());
        json.put("predicate", fact.predicate().key());
        json.put("value", fact.value().figure());
        json.put("unit", fact.value().unit());
        json.put("basis", FactWording.basis(fact.value()));
        json.put("validFrom", text(held.from()));
        json.put("validTo", text(held.to()));
        json.put("recordedOn", text(held.recordedOn()));
        json.put("text", fact.text());
        switch (fact.source()) {
            case Said said -> {
                json.put("article", said.quote().citation().article());
                json.put("start", said.quote().span().start());
                json.put("end", said.quote().span().end());
            }
            case Notice notice -> {
                json.put("notice", notice.id());
                json.putNull("start");
                json.putNull("end");
            }
        }
        json.put("link", links.fact(fact));
        json.put("score", rounded(fact.score()));
    }

    private static void next(ArrayNode array, Answer answer) {
        switch (answer) {
            case Found found -> {}
            case Ambiguous ambiguous ->
                ambiguous.readings().stream().map(Reading::question).forEach(array::add);
            case NotFound notFound ->
                notFound.nearest().stream().map(Citation::title).forEach(array::add);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
