package sourcebook.render.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import sourcebook.dialogue.Response.Verified;
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
import sourcebook.model.Span;
import sourcebook.render.slack.SlackBlocks.Styled;

/** Claims beside their sources: the verdict in words, the source's sentence, and the difference word by word. */
final class SlackVerification {
    private static final int MAX_CLAIMS = 6;
    private static final int MAX_MATCHES = 2;
    private static final int MAX_SHOWN = 2_900;

    /** Ends in, or begins with, something that would run into what comes next to it. */
    private static final Pattern OPEN_END = Pattern.compile("[^\\s(\\[“‘£$€–—/-]\\z");

    private static final Pattern OPEN_START = Pattern.compile("\\A[^\\s.,;:!?)\\]”’%–—/-]");

    private final SlackAnswer answers;

    SlackVerification(SlackAnswer answers) {
        this.answers = answers;
    }

    SlackMessage render(Verified verified) {
        SlackBlocks blocks = new SlackBlocks();
        List<String> told = new ArrayList<>();
        for (Verification one : verified.claims().stream().limit(MAX_CLAIMS).toList()) {
            SlackBlocks part = claim(one);
            if (blocks.blocks().size() + part.blocks().size() >= SlackMessage.MAX_BLOCKS) {
                break;
            }
            blocks.blocks().addAll(part.blocks());
            told.add(verdict(one));
        }
        if (told.size() < verified.claims().size()) {
            blocks.plainContext("Only the first " + told.size() + " claims are shown.");
        }
        return new SlackMessage(SlackAnswer.fallback("Checked against the sources", told), blocks.blocks());
    }

    private SlackBlocks claim(Verification one) {
        SlackBlocks blocks = new SlackBlocks();
        blocks.plainContext("Claimed" + (one.named() == null ? "" : " of " + one.named()) + ": " + one.claim());
        blocks.plain(verdict(one));
        finding(blocks, one);
        one.notices().stream().limit(2).forEach(blocks::plainContext);
        return blocks;
    }

    private static String verdict(Verification one) {
        return switch (one.finding()) {
            case Verbatim verbatim -> "✅ Verbatim: the source has these words.";
            case Nearly nearly -> "🟡 Nearly: the source differs in the words marked below.";
            case Changed changed -> "⚠️ Changed: " + changed.why();
            case OfAnother other ->
                "⚠️ These words are in a source, but said by somebody else than "
                        + (one.named() == null ? "named" : one.named()) + ".";
            case Joined joined ->
                "⚠️ Put together: these words stand in different places"
                        + (joined.shown() ? ", which the claim shows." : ", which the claim does not show.");
            case Absent absent -> "❌ Not found: no source in the corpus has these words.";
        };
    }

    private void finding(SlackBlocks blocks, Verification one) {
        switch (one.finding()) {
            case Verbatim verbatim -> matches(blocks, verbatim.matches());
            case OfAnother other -> matches(blocks, other.matches());
            case Joined joined -> matches(blocks, joined.fragments());
            case Nearly nearly -> difference(blocks, nearly.match(), nearly.pieces());
            case Changed changed -> difference(blocks, changed.match(), changed.pieces());
            case Absent absent -> {
                if (!absent.nearest().isEmpty()) {
                    blocks.plainContext("These come nearest:");
                    absent.nearest().stream().limit(2).forEach(citation -> answers.article(blocks, citation));
                }
            }
        }
    }

    private void matches(SlackBlocks blocks, List<Match> matches) {
        matches.stream().limit(MAX_MATCHES).forEach(match -> answers.quote(blocks, match.sentence()));
    }

    /** The source's sentence, and below it what differs: bold is in the source alone, struck through in the claim alone. */
    private void difference(SlackBlocks blocks, Match match, List<Piece> pieces) {
        answers.quote(blocks, match.sentence());
        List<Styled> stretches = stretches(match, pieces);
        if (!stretches.isEmpty()) {
            blocks.plainContext("Word by word (bold: in the source alone; struck through: in the claim alone):");
            blocks.styled("rich_text_section", stretches);
        }
    }

    private static List<Styled> stretches(Match match, List<Piece> pieces) {
        List<Styled> stretches = new ArrayList<>();
        int length = 0;
        for (Piece piece : pieces) {
            Styled stretch = styled(match, piece);
            length += stretch.words().length() + 1;
            if (!stretch.words().isEmpty() && length < MAX_SHOWN) {
                apart(stretches, stretch);
                stretches.add(stretch);
            }
        }
        return stretches;
    }

    /** Puts a space between words that would run into each other; it has no style, so that it is not struck through. */
    private static void apart(List<Styled> before, Styled next) {
        if (!before.isEmpty()
                && OPEN_END.matcher(before.getLast().words()).find()
                && OPEN_START.matcher(next.words()).find()) {
            before.add(new Styled(" ", ""));
        }
    }

    private static Styled styled(Match match, Piece piece) {
        return switch (piece) {
            case Same same -> new Styled(cut(match, same.span()), "");
            case Lost lost -> new Styled(cut(match, lost.span()), "bold");
            case Added added -> new Styled(added.words(), "strike");
        };
    }

    private static String cut(Match match, Span span) {
        return match.sentence().passage().cut(span);
    }
}
