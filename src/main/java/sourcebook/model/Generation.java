package sourcebook.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One built index.
 *
 * @param number counts up from 1; a later build has a higher one
 * @param corpus fingerprint of the corpus files it was built from, hexadecimal
 * @param model the embedding model that its sentences were embedded with, {@link #WORDS_ALONE} where none was
 * @param examples questions that it can answer, to show people what they can ask; may be empty
 */
public record Generation(
        long number, Instant builtAt, String corpus, String model, Holdings holdings, List<String> examples) {
    /** The model of a generation without vectors. */
    public static final String WORDS_ALONE = "none";

    public Generation {
        examples = List.copyOf(examples);
    }

    /** The same generation, as somebody sees it who sees so much of it. */
    public Generation holding(Holdings seen) {
        return new Generation(number, builtAt, corpus, model, seen, examples);
    }

    /** Whether sentences can be found by meaning. */
    public boolean embedded() {
        return !model.equals(WORDS_ALONE);
    }

    /**
     * How much a generation holds.
     *
     * @param newest the latest publication date of any article, null where none states one
     */
    public record Holdings(
            int articles,
            int passages,
            int sentences,
            @Nullable PartialDate newest,
            int contracts) {
        /** Articles alone. */
        public Holdings(int articles, int passages, int sentences, @Nullable PartialDate newest) {
            this(articles, passages, sentences, newest, 0);
        }
    }
}
