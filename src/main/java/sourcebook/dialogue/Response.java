package sourcebook.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Citation;
import sourcebook.model.Reply;
import sourcebook.model.contract.Listing;

/** What a person gets back. Every string is our own words or the asker's; the words of sources are quotes. */
public sealed interface Response {

    /**
     * An answer to a question.
     *
     * @param reply the answer; its question is what was answered, which may be asked again by {@link Dialogue#more}
     * @param understood the question that was understood, where it is not the one that was typed; null otherwise. To be
     *     shown as "Understood as: …"
     * @param page which page of quotes this is, from 0
     * @param more whether {@link Dialogue#more} has another page
     * @param next questions that the corpus can answer, to be offered; at most three
     */
    record Answered(Reply reply, @Nullable String understood, int page, boolean more, List<String> next)
            implements Response {
        public Answered {
            next = List.copyOf(next);
        }
    }

    /**
     * Claims compared with the sources.
     *
     * @param claims one or more, in the order in which they were made
     */
    record Verified(List<Verification> claims) implements Response {
        public Verified {
            claims = List.copyOf(claims);
            if (claims.isEmpty()) {
                throw new IllegalArgumentException("at least one claim is verified");
            }
        }
    }

    /**
     * Articles of the corpus.
     *
     * @param heading a sentence that says which these are
     * @param all how many there are; not all of them may be listed
     */
    record Sources(String heading, List<Citation> articles, int all) implements Response {
        public Sources {
            articles = List.copyOf(articles);
        }
    }

    /**
     * How to ask.
     *
     * @param lines the commands
     * @param examples questions that the corpus can answer; may be empty
     */
    record Help(List<Line> lines, List<String> examples) implements Response {
        public Help {
            lines = List.copyOf(lines);
            examples = List.copyOf(examples);
        }

        /**
         * A command.
         *
         * @param usage what to type, such as {@code said NAME about TOPIC}
         * @param what what it does, without a full stop
         */
        public record Line(String usage, String what) {}
    }

    /**
     * Contracts, a page of them, with what all of them come to.
     *
     * @param heading a sentence that says which these are
     * @param asked the words to give {@link Register#contracts} for another page, before {@code page:2}
     * @param byMonth whether the rows are in order of their ends, to be shown under their months
     */
    record Listed(String heading, String asked, Listing listing, boolean byMonth) implements Response {}

    /** A sentence or two, such as what is wrong with what was typed. */
    record Told(String sentence) implements Response {}
}
