package sourcebook.model.contract;

import org.jspecify.annotations.Nullable;
import sourcebook.model.PartialDate;
import sourcebook.model.Quote;

/** Who says so: nothing is stated without one. */
public sealed interface Source {
    /** The words it says it with. */
    String text();

    /** What is told apart from other sources: a later word of one origin replaces its earlier one. */
    String origin();

    /**
     * A sentence of an article.
     *
     * @param read whether the fact was read from the sentence by patterns, rather than entered by a person beside it
     */
    record Said(Quote quote, boolean read) implements Source {
        @Override
        public String text() {
            return quote.text();
        }

        @Override
        public String origin() {
            return quote.citation().article();
        }
    }

    /**
     * A published notice.
     *
     * @param id as the publisher numbers it
     * @param process the contracting process that it belongs to, such as an ocid
     * @param words its own words for the fact: its fields by name, with their values as they stand there
     * @param url where the publisher shows it, http or https
     */
    record Notice(
            String id,
            String process,
            String words,
            @Nullable String publisher,
            @Nullable String url,
            @Nullable PartialDate published)
            implements Source {
        public Notice {
            if (id.isBlank() || words.isBlank()) {
                throw new IllegalArgumentException("a notice needs an id and its own words, notice " + id);
            }
            if (url != null && !url.startsWith("https://") && !url.startsWith("http://")) {
                throw new IllegalArgumentException("url must be http or https, got " + url);
            }
        }

        @Override
        public String text() {
            return words;
        }

        @Override
        public String origin() {
            return process;
        }
    }
}
