package sourcebook.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Citation;
import sourcebook.model.Quote;
import sourcebook.model.Span;

/**
 * What the sources say of words that somebody claims they say.
 *
 * @param claim the words as they were given, without the quotation marks around them
 * @param named who is claimed to have said them, null where nobody was named
 * @param notices what is to be known besides, in whole sentences
 */
public record Verification(String claim, @Nullable String named, Finding finding, List<String> notices) {
    public Verification {
        notices = List.copyOf(notices);
    }

    /** Whether and how the words stand in a source. */
    public sealed interface Finding {}

    /**
     * A place of the words.
     *
     * @param sentence the sentence or sentences that hold them, with their speaker where the source names one
     * @param part the words themselves, in the article's offsets, within the sentence
     */
    public record Match(Quote sentence, Span part) {
        public Match {
            if (!sentence.span().contains(part)) {
                throw new IllegalArgumentException("the part " + part + " must stand in " + sentence.span());
            }
        }
    }

    /** Word for word, but for quotation marks, dashes, spaces and capitals. At least one place, the best first. */
    public record Verbatim(List<Match> matches) implements Finding {
        public Verbatim {
            matches = List.copyOf(matches);
        }
    }

    /**
     * Nearly so: a few words differ, and none of them is a negation, a number or a name.
     *
     * @param pieces the source's words and the claim's, in order
     */
    public record Nearly(Match match, List<Piece> pieces) implements Finding {
        public Nearly {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * Much the same words, but with a difference that changes what they say: a negation, a number or a name.
     *
     * @param pieces the source's words and the claim's, in order
     * @param why the difference in a sentence
     */
    public record Changed(Match match, List<Piece> pieces, String why) implements Finding {
        public Changed {
            pieces = List.copyOf(pieces);
        }
    }

    /** Word for word, but said by others than the one who is named. At least one place. */
    public record OfAnother(List<Match> matches) implements Finding {
        public OfAnother {
            matches = List.copyOf(matches);
        }
    }

    /**
     * Put together from places that do not stand together.
     *
     * @param fragments two or more, in the claim's order
     * @param shown whether the claim shows that it leaves something out, by an ellipsis
     */
    public record Joined(List<Match> fragments, boolean shown) implements Finding {
        public Joined {
            fragments = List.copyOf(fragments);
        }
    }

    /** No source has these words. */
    public record Absent(List<Citation> nearest) implements Finding {
        public Absent {
            nearest = List.copyOf(nearest);
        }
    }

    /** A stretch of words of a comparison. */
    public sealed interface Piece {}

    /** Words that both have; {@code span} is the source's, in the article's offsets. */
    public record Same(Span span) implements Piece {}

    /** Words of the source that the claim leaves out; in the article's offsets. */
    public record Lost(Span span) implements Piece {}

    /** Words of the claim that the source does not have. */
    public record Added(String words) implements Piece {}
}
