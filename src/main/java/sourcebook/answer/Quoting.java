package sourcebook.answer;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sourcebook.index.Lease;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.search.Candidates.Candidate;
import sourcebook.quote.Chooser.Choice;
import sourcebook.quote.Selection;

/**
 * Turns ranked candidates into the quotes of one answer. Passages are read only until there are quotes enough, each once,
 * and speakers are looked for only in what is shown. For one thread.
 */
public final class Quoting {
    private final Lease index;
    private final Map<Integer, Passage> passages = new HashMap<>();

    private Quoting(Lease index) {
        this.index = index;
    }

    /**
     * The quotes of an answer.
     *
     * @param quotes best first, none altered
     * @param altered how many were left out because their source no longer matches its hash
     */
    public record Quoted(List<Quote> quotes, int altered) {}

    /**
     * Quotes the best.
     *
     * @param ranked best first, not empty
     * @param limit quotes at most, at least 1
     */
    public static Quoted quote(List<Choice> ranked, Lease index, int limit) throws IOException {
        Quoting quoting = new Quoting(index);
        Selection selection = new Selection(limit, ranked.getFirst().score());
        for (Choice choice : ranked) {
            if (!selection.wants(choice.score())) {
                break;
            }
            selection.offer(quoting.quote(choice));
        }
        return new Quoted(selection.chosen().stream().map(index::attributed).toList(), selection.altered());
    }

    private Quote quote(Choice choice) throws IOException {
        Candidate candidate = choice.candidate();
        Passage passage = passages.get(candidate.passage());
        if (passage == null) {
            passage = index.passage(candidate);
            passages.put(candidate.passage(), passage);
        }
        return new Quote(passage, candidate.span().shifted(passage.start()), null, choice.score());
    }
}
