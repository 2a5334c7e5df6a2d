package sourcebook.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sourcebook.dialogue.Response;
import sourcebook.dialogue.Verification;
import sourcebook.dialogue.Verification.Added;
import sourcebook.dialogue.Verification.Lost;
import sourcebook.dialogue.Verification.Match;
import sourcebook.dialogue.Verification.Piece;
import sourcebook.dialogue.Verification.Same;

/** Whatever is answered to a person as plain text, for a terminal. */
public final class PlainResponse {
    private final PlainAnswer answers;
    private final Links links;

    /** With {@code colour}, in the escape codes that terminals understand. */
    public PlainResponse(Links links, boolean colour) {
        this.answers = new PlainAnswer(links, colour);
        this.links = links;
    }

    /** The response in lines, without a line end after the last. */
    public String render(Response response) {
        return switch (response) {
            case Response.Answered answered -> answered(answered);
            case Response.Verified verified ->
                verified.claims().stream().map(this::claim).collect(Collectors.joining("\n\n"));
            case Response.Sources sources ->
                PlainAnswer.shown(sources.heading())
                        + sources.articles().stream()
                                .map(citation -> "\n  - " + PlainAnswer.source(citation))
                                .collect(Collectors.joining());
            case Response.Help help ->
                help.lines().stream()
                        .map(line -> line.usage() + "\n    " + line.what())
                        .collect(Collectors.joining("\n"));
            case Response.Listed listed ->
                PlainListing.render(listed.heading(), listed.listing(), listed.byMonth(), links)
                        .lines()
                        .map(PlainAnswer::shown)
                        .collect(Collectors.joining("\n"));
            case Response.Told told -> PlainAnswer.shown(told.sentence());
        };
    }

    private String answered(Response.Answered answered) {
        List<String> parts = new ArrayList<>();
        if (answered.understood() != null) {
            parts.add(PlainAnswer.shown("Understood as: " + answered.understood()));
        }
        parts.add(answers.render(answered.reply().answer()));
        if (!answered.next().isEmpty()) {
            parts.add(answered.next().stream().collect(Collectors.joining("\n  - ", "You may ask next:\n  - ", "")));
        }
        return String.join("\n\n", parts);
    }

    private String claim(Verification verification) {
        List<String> parts = new ArrayList<>();
        parts.add(PlainAnswer.shown("“" + verification.claim() + "”") + "\n  "
                + PlainAnswer.shown(VerifyWording.verdict(verification)));
        verification.notices().forEach(notice -> parts.add("  " + PlainAnswer.shown(notice)));
        switch (verification.finding()) {
            case Verification.Verbatim found -> quotes(parts, found.matches());
            case Verification.OfAnother found -> quotes(parts, found.matches());
            case Verification.Joined found -> quotes(parts, found.fragments());
            case Verification.Nearly found -> compared(parts, found.match(), found.pieces());
            case Verification.Changed found -> compared(parts, found.match(), found.pieces());
            case Verification.Absent found ->
                found.nearest().forEach(citation -> parts.add("  nearest: " + PlainAnswer.source(citation)));
        }
        return String.join("\n", parts);
    }

    private void quotes(List<String> parts, List<Match> matches) {
        matches.forEach(match -> parts.add("\n" + answers.quote(match.sentence())));
    }

    private void compared(List<String> parts, Match match, List<Piece> pieces) {
        parts.add(pieces.stream()
                .map(piece -> switch (piece) {
                    case Same same -> PlainAnswer.shown(VerifyWording.words(match, same.span()));
                    case Lost lost -> "[-" + PlainAnswer.shown(VerifyWording.words(match, lost.span())) + "-]";
                    case Added added -> "{+" + PlainAnswer.shown(added.words()) + "+}";
                })
                .collect(
                        Collectors.joining(" ", "  ", "\n  ([-…-] is in the source alone, {+…+} in the claim alone)")));
        quotes(parts, List.of(match));
    }
}
