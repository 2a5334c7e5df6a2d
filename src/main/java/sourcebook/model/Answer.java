package sourcebook.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a question gets: evidence, a choice between readings, or an honest no. */
public sealed interface Answer {

    /** How sure the answer is, from 0 to 1. */
    double confidence();

    /**
     * Evidence, best first; never none.
     *
     * @param notices what the asker should know besides, in whole sentences
     * @param headline the figure or name that was asked for, as its first fact states it; null where quotes answer
     */
    record Found(
            List<Evidence> evidence,
            double confidence,
            List<String> notices,
            @Nullable String headline) implements Answer {
        /** Quotes, which need no headline. */
        public Found(List<Evidence> evidence, double confidence, List<String> notices) {
            this(evidence, confidence, notices, null);
        }

        public Found {
            evidence = List.copyOf(evidence);
            notices = List.copyOf(notices);
            if (evidence.isEmpty()) {
                throw new IllegalArgumentException("an answer needs evidence; no evidence is NotFound");
            }
            checkConfidence(confidence);
        }
    }

    /**
     * A name that the asker used fits several parties.
     *
     * @param name the name as typed
     * @param readings the question asked anew with each party's own name, two or more
     */
    record Ambiguous(String name, List<Reading> readings) implements Answer {
        public Ambiguous {
            readings = List.copyOf(readings);
            if (readings.size() < 2) {
                throw new IllegalArgumentException("an ambiguous name has two readings or more, got " + readings);
            }
        }

        @Override
        public double confidence() {
            return 0;
        }
    }

    /**
     * One way to understand an ambiguous question.
     *
     * @param party the party's own name
     * @param question the whole question with that name in place of the ambiguous one
     */
    record Reading(String party, String question) {}

    /**
     * Nothing in the corpus answers.
     *
     * @param searched what was searched
     * @param nearest articles that come nearest without answering, best first; may be empty
     * @param closest sentences that come nearest and may not answer, to be shown as that and never as the answer; may be
     *     empty
     * @param notes what is known instead, in whole sentences
     */
    record NotFound(
            Reason reason,
            double confidence,
            Generation.Holdings searched,
            List<Citation> nearest,
            List<Quote> closest,
            List<String> notes)
            implements Answer {
        /** Nothing is known instead. */
        public NotFound(
                Reason reason,
                double confidence,
                Generation.Holdings searched,
                List<Citation> nearest,
                List<Quote> closest) {
            this(reason, confidence, searched, nearest, closest, List.of());
        }

        /** No sentence comes near. */
        public NotFound(Reason reason, double confidence, Generation.Holdings searched, List<Citation> nearest) {
            this(reason, confidence, searched, nearest, List.of());
        }

        public NotFound {
            closest = List.copyOf(closest);
            notes = List.copyOf(notes);
            nearest = List.copyOf(nearest);
            checkConfidence(confidence);
        }
    }

    /** Why there is no answer. */
    enum Reason {
        /** The question has no words to search for. */
        NO_WORDS,
        /** The question names an article that the corpus does not have. */
        UNKNOWN_ARTICLE,
        /** Nothing in the corpus is about this. */
        NOTHING_ON_THIS,
        /** The question is about somebody or something that the corpus never names. */
        UNKNOWN_NAME,
        /** The corpus speaks of this, and does not state what was asked for: no sum, no date. */
        NOT_STATED,
        /** The contract is known, and none of its sources states what was asked for. */
        NOT_ON_RECORD,
        /** Passages share words with the question, and none answers it well enough. */
        WEAK_MATCH,
        /** Nobody of the name that was asked for is in the corpus. */
        UNKNOWN_SPEAKER,
        /** The corpus has the name, but no words that it says are theirs, or none about this. */
        NOT_SAID,
        /** The sentences found no longer match the hashes stored with them. */
        ALTERED_SOURCE
    }

    private static void checkConfidence(double confidence) {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be from 0 to 1, got " + confidence);
        }
    }
}
