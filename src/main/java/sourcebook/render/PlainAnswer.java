package sourcebook.render;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import sourcebook.model.Answer;
import sourcebook.model.Answer.Ambiguous;
import sourcebook.model.Answer.Found;
import sourcebook.model.Answer.NotFound;
import sourcebook.model.Citation;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Quote;

/** An answer as plain text, for a terminal or as the fallback of a chat message. */
public final class PlainAnswer {
    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";

    private final Links links;
    private final boolean colour;

    /** With {@code colour}, in the escape codes that terminals understand. */
    public PlainAnswer(Links links, boolean colour) {
        this.links = links;
        this.colour = colour;
    }

    /** The answer in lines, without a line end after the last. */
    public String render(Answer answer) {
        return switch (answer) {
            case Found found -> found(found);
            case Ambiguous ambiguous -> ambiguous(ambiguous);
            case NotFound notFound -> notFound(notFound);
        };
    }

    private String found(Found found) {
        String notices = found.notices().stream().map(notice -> "\n\n" + notice).collect(Collectors.joining());
        String headline = found.headline() == null ? "" : styled(BOLD, found.headline()) + "\n\n";
        return found.evidence().stream().map(this::evidence).collect(Collectors.joining("\n\n", headline, notices));
    }

    private String evidence(Evidence evidence) {
        return switch (evidence) {
            case Quote quote ->
                styled(BOLD, "“" + quote.text() + "”") + speaker(quote) + "\n  " + source(quote.citation()) + "\n  "
                        + styled(DIM, links.quote(quote));
            case Fact fact ->
                FactWording.statement(fact) + "\n  " + FactWording.words(fact) + "\n  "
                        + Stream.of(FactWording.source(fact), FactWording.time(fact), FactWording.doubts(fact))
                                .filter(line -> !line.isEmpty())
                                .collect(Collectors.joining("\n  "))
                        + "\n  " + styled(DIM, links.fact(fact));
        };
    }

    private static String speaker(Quote quote) {
        return quote.speaker() == null ? "" : "\n  Said by " + quote.speaker();
    }

    private static String ambiguous(Ambiguous ambiguous) {
        return Wording.which(ambiguous)
                + ambiguous.readings().stream()
                        .map(reading -> "\n  - " + reading.question())
                        .collect(Collectors.joining());
    }

    private String notFound(NotFound notFound) {
        if (notFound.nearest().isEmpty()) {
            return Wording.refusal(notFound);
        }
        return Wording.refusal(notFound) + "\n" + Wording.nearest()
                + notFound.nearest().stream()
                        .map(citation ->
                                "\n  - " + source(citation) + "\n    " + styled(DIM, links.article(citation.article())))
                        .collect(Collectors.joining());
    }

    private static String source(Citation citation) {
        String provenance = Wording.provenance(citation);
        return provenance.isEmpty() ? citation.title() : citation.title() + " · " + provenance;
    }

    private String styled(String style, String text) {
        return colour ? style + text + RESET : text;
    }
}
