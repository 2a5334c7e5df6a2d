package sourcebook.render;

import sourcebook.dialogue.Verification;
import sourcebook.dialogue.Verification.Absent;
import sourcebook.dialogue.Verification.Changed;
import sourcebook.dialogue.Verification.Joined;
import sourcebook.dialogue.Verification.Match;
import sourcebook.dialogue.Verification.Nearly;
import sourcebook.dialogue.Verification.OfAnother;
import sourcebook.dialogue.Verification.Verbatim;
import sourcebook.model.Span;

/** The sentences that every form of a verification says alike. Plain text, to be escaped by whoever places it. */
public final class VerifyWording {
    private VerifyWording() {}

    /** What was found, in a sentence or two. */
    public static String verdict(Verification verification) {
        return switch (verification.finding()) {
            case Verbatim verbatim ->
                verbatim.matches().size() == 1
                        ? "Verbatim: a source has these words."
                        : "Verbatim: sources have these words in "
                                + verbatim.matches().size() + " places.";
            case Nearly nearly -> "Nearly: a source has almost these words. The difference is marked.";
            case Changed changed ->
                "Not these words: a source has similar ones, and the difference counts. " + changed.why();
            case OfAnother another ->
                "These words are in a source, but it gives them to "
                        + speaker(another.matches().getFirst()) + ", not to " + verification.named() + ".";
            case Joined joined ->
                joined.shown()
                        ? "Put together: each part is in a source, and what is between them is left out."
                        : "Put together without a sign of it: each part is in a source, but they do not stand together.";
            case Absent absent -> "No source has these words.";
        };
    }

    /** The words of a source at a span of a match's passage, cut and checked as a quote is. */
    public static String words(Match match, Span span) {
        return match.sentence().passage().cut(span);
    }

    private static String speaker(Match match) {
        String speaker = match.sentence().speaker();
        return speaker == null ? "somebody else" : speaker;
    }
}
