package sourcebook.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.model.contract.Held;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Source;
import sourcebook.model.contract.Value;

/**
 * What a source states of a contract or a party: a figure, a date, a name. It always has the words that say so, a quote's
 * or a notice's.
 *
 * @param doubts what speaks against it by itself, in whole sentences, such as an end before the start; whoever shows the
 *     fact shows these
 * @param score how well it answers, comparable within one answer only; higher is better
 */
public record Fact(
        Subject subject, Predicate predicate, Value value, Held held, Source source, List<String> doubts, double score)
        implements Evidence {
    public Fact {
        doubts = List.copyOf(doubts);
    }

    /**
     * What the fact is about: a contract, or a party by itself.
     *
     * @param contract the contract's id, null where it is about a party
     * @param party the party's name: the one the fact is about, or the buyer of the contract, as far as known
     * @param label the contract's title or the party's name, for people
     */
    public record Subject(
            @Nullable String contract, @Nullable String party, String label) {
        public Subject {
            if (contract == null && party == null) {
                throw new IllegalArgumentException("a fact is about a contract or a party, got neither for " + label);
            }
        }
    }

    @Override
    public String text() {
        return source.text();
    }

    /** The same for an answer. */
    public Fact scored(double newScore) {
        return new Fact(subject, predicate, value, held, source, doubts, newScore);
    }

    /** The same of another contract or under another title. */
    public Fact about(Subject other) {
        return new Fact(other, predicate, value, held, source, doubts, score);
    }

    /** The same with something that speaks against it. */
    public Fact doubted(String doubt) {
        List<String> more = new ArrayList<>(doubts);
        more.add(doubt);
        return new Fact(subject, predicate, value, held, source, more, score);
    }

    /** The same, since when the same source has said otherwise. */
    public Fact replaced(@Nullable PartialDate on) {
        return new Fact(subject, predicate, value, held.replaced(on), source, doubts, score);
    }
}
