package sourcebook.dialogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Answer.Found;
import sourcebook.model.Evidence;
import sourcebook.model.Quote;
import sourcebook.model.Reply;

/** Divides an answer's quotes into pages, always in the same way. */
final class Paging {
    private Paging() {}

    /** One page of an answer; beyond the last there is only a sentence. What is no list of quotes is one page. */
    static Response page(Reply reply, @Nullable String understood, int page, List<String> next) {
        if (!(reply.answer() instanceof Found found)) {
            return new Response.Answered(reply, understood, 0, false, next);
        }
        List<Evidence> all = ordered(found.evidence());
        int from = Math.max(0, page) * Dialogue.QUOTES;
        if (from >= all.size()) {
            return new Response.Told("There are no more quotes for that.");
        }
        int to = Math.min(all.size(), from + Dialogue.QUOTES);
        Found shown = new Found(
                all.subList(from, to),
                found.confidence(),
                page == 0 ? found.notices() : List.of(),
                page == 0 ? found.headline() : null);
        Reply part = new Reply(reply.question(), shown, reply.generation(), reply.millis());
        return new Response.Answered(part, understood, page, to < all.size(), next);
    }

    /** A second article, if there is one, is on the first page. */
    private static List<Evidence> ordered(List<Evidence> evidence) {
        List<Evidence> ordered = new ArrayList<>(evidence);
        int last = Dialogue.QUOTES - 1;
        for (int at = last; at < ordered.size() && ofOneArticle(ordered.subList(0, last + 1)); at++) {
            if (!ofOneArticle(List.of(ordered.getFirst(), ordered.get(at)))) {
                ordered.add(last, ordered.remove(at));
            }
        }
        return ordered;
    }

    private static boolean ofOneArticle(List<Evidence> evidence) {
        return evidence.stream()
                        .map(one ->
                                one instanceof Quote quote ? quote.citation().article() : one.text())
                        .distinct()
                        .count()
                == 1;
    }
}
