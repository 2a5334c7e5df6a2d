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

    /** Unicode's block of pictures that stand for control characters. */
    private static final int CONTROL_PICTURES = 0x2400;

    private static final int REPLACEMENT = 0xfffd;

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
        String headline = found.headline() == null ? "" : styled(BOLD, shown(found.headline())) + "\n\n";
        return found.evidence().stream().map(this::evidence).collect(Collectors.joining("\n\n", headline, notices));
    }

    private String evidence(Evidence evidence) {
        return switch (evidence) {
            case Quote quote -> quote(quote);
            case Fact fact ->
                shown(FactWording.statement(fact)) + "\n  " + shown(FactWording.words(fact)) + "\n  "
                        + Stream.of(FactWording.source(fact), FactWording.time(fact), FactWording.doubts(fact))
                                .filter(line -> !line.isEmpty())
                                .map(PlainAnswer::shown)
                                .collect(Collectors.joining("\n  "))
                        + "\n  " + styled(DIM, links.fact(fact));
        };
    }

    String quote(Quote quote) {
        String also = quote.also().stream()
                .map(other ->
                        "\n  " + Wording.also() + source(other.citation()) + "\n  " + styled(DIM, links.quote(other)))
                .collect(Collectors.joining());
        return styled(BOLD, "“" + shown(quote.text()) + "”") + speaker(quote) + "\n  " + source(quote.citation())
                + "\n  " + styled(DIM, links.quote(quote)) + also;
    }

    /** A source's words as a terminal may print them: none of them can move the cursor or change what stands there. */
    static String shown(String words) {
        StringBuilder shown = new StringBuilder(words.length());
        words.codePoints().forEach(point -> shown.appendCodePoint(printable(point)));
        return shown.toString();
    }

    private static int printable(int point) {
        if (point == '\n' || point == '\t' || point == '\r') {
            return ' ';
        }
        if (Character.isISOControl(point)) {
            return point < ' ' ? CONTROL_PICTURES + point : REPLACEMENT;
        }
        return point >= 0x202a && point <= 0x202e || point >= 0x2066 && point <= 0x2069 ? REPLACEMENT : point;
    }

    private static String speaker(Quote quote) {
        return quote.speaker() == null ? "" : "\n  Said by " + shown(quote.speaker());
    }

    private static String ambiguous(Ambiguous ambiguous) {
        return Wording.which(ambiguous)
                + ambiguous.readings().stream()
                        .map(reading -> "\n  - " + reading.question())
                        .collect(Collectors.joining());
    }

    private String notFound(NotFound notFound) {
        String closest = notFound.closest().isEmpty()
                ? ""
                : "\n\n" + Wording.closest(notFound.closest().size()) + "\n\n"
                        + notFound.closest().stream().map(this::quote).collect(Collectors.joining("\n\n")) + "\n";
        if (notFound.nearest().isEmpty()) {
            return Wording.refusal(notFound) + closest.stripTrailing();
        }
        return Wording.refusal(notFound) + closest + "\n" + Wording.nearest()
                + notFound.nearest().stream()
                        .map(citation ->
                                "\n  - " + source(citation) + "\n    " + styled(DIM, links.article(citation.article())))
                        .collect(Collectors.joining());
    }

    static String source(Citation citation) {
        String provenance = Wording.provenance(citation);
        return shown(provenance.isEmpty() ? citation.title() : citation.title() + " · " + provenance);
    }

    private String styled(String style, String text) {
        return colour ? style + text + RESET : text;
    }
}
