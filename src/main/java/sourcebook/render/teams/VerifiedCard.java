package sourcebook.render.teams;

import java.util.ArrayList;
import java.util.List;
import sourcebook.dialogue.Response;
import sourcebook.dialogue.Verification;
import sourcebook.dialogue.Verification.Absent;
import sourcebook.dialogue.Verification.Added;
import sourcebook.dialogue.Verification.Changed;
import sourcebook.dialogue.Verification.Joined;
import sourcebook.dialogue.Verification.Lost;
import sourcebook.dialogue.Verification.Match;
import sourcebook.dialogue.Verification.Nearly;
import sourcebook.dialogue.Verification.OfAnother;
import sourcebook.dialogue.Verification.Piece;
import sourcebook.dialogue.Verification.Same;
import sourcebook.dialogue.Verification.Verbatim;
import sourcebook.model.Quote;
import sourcebook.render.Links;
import sourcebook.render.Wording;
import sourcebook.render.teams.CardWriter.Look;
import sourcebook.render.teams.CardWriter.Run;

/** Claims compared with the sources: each source's sentence is shown as it is, and the difference beside it. */
final class VerifiedCard {
    private static final int MAX_MATCHES = 3;

    private final Links links;

    VerifiedCard(Links links) {
        this.links = links;
    }

    Card render(Response.Verified verified) {
        CardWriter card = new CardWriter();
        for (Verification claim : verified.claims()) {
            claim(card, claim);
        }
        return card.card("Compared with the sources", List.of());
    }

    private void claim(CardWriter card, Verification claim) {
        String by = claim.named() == null ? "" : ", said to be " + claim.named() + "’s";
        card.plain("Claimed: “" + claim.claim() + "”" + by);
        finding(card, claim.finding());
        claim.notices().forEach(card::plain);
    }

    private void finding(CardWriter card, Verification.Finding finding) {
        switch (finding) {
            case Verbatim verbatim -> matches(card, "Word for word in the source.", verbatim.matches());
            case Nearly nearly -> {
                matches(card, "Nearly so: some words differ.", List.of(nearly.match()));
                compared(card, nearly.match().sentence(), nearly.pieces());
            }
            case Changed changed -> {
                matches(card, "Not so: the difference changes what is said.", List.of(changed.match()));
                card.plain(changed.why());
                compared(card, changed.match().sentence(), changed.pieces());
            }
            case OfAnother other ->
                matches(card, "Word for word in the source, but said by somebody else.", other.matches());
            case Joined joined -> matches(card, joined(joined), joined.fragments());
            case Absent absent -> absent(card, absent);
        }
    }

    private static String joined(Joined joined) {
        return joined.shown()
                ? "Put together from places that do not stand together; the claim shows that something is left out."
                : "Put together from places that do not stand together, and the claim does not show it.";
    }

    private void matches(CardWriter card, String heading, List<Match> matches) {
        card.heading(heading);
        for (Match match : matches.stream().limit(MAX_MATCHES).toList()) {
            Quote sentence = match.sentence();
            var source = CardWriter.source(sentence.speaker(), sentence.citation(), links.quote(sentence));
            card.add(
                    List.of(CardWriter.quotation(TeamsCards.marked(sentence, match.part())), source),
                    List.of(CardWriter.textBlock(TeamsCards.TOO_LONG), source));
        }
    }

    /** What the claim makes of the source: words that it leaves out are bold, words that it adds are struck out. */
    private static void compared(CardWriter card, Quote sentence, List<Piece> pieces) {
        List<Run> runs = new ArrayList<>();
        for (Piece piece : pieces) {
            runs.add(
                    switch (piece) {
                        case Same same -> Run.plain(sentence.passage().cut(same.span()) + " ");
                        case Lost lost -> Run.of(sentence.passage().cut(lost.span()) + " ", Look.BOLD);
                        case Added added -> Run.of(added.words() + " ", Look.STRUCK);
                    });
        }
        card.own("Compared (in bold what the claim leaves out, struck out what it adds):");
        card.add(CardWriter.rich(runs, true));
    }

    private void absent(CardWriter card, Absent absent) {
        card.heading("No source has these words.");
        if (!absent.nearest().isEmpty()) {
            card.own(Wording.nearest());
            absent.nearest()
                    .forEach(
                            citation -> card.add(CardWriter.source(null, citation, links.article(citation.article()))));
        }
    }
}
