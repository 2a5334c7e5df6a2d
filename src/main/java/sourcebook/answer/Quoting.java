package sourcebook.answer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sourcebook.index.Lease;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.search.Candidates;
import sourcebook.model.search.Candidates.Candidate;
import sourcebook.quote.Chooser;
import sourcebook.quote.Chooser.Choice;
import sourcebook.quote.Model;
import sourcebook.quote.Selection;
import sourcebook.quote.Worded;
import sourcebook.text.Typography;

/**
 * Turns ranked candidates into the quotes of one answer. Passages are read only until there are quotes enough, each once,
 * and speakers are looked for only in what is shown. For one thread.
 */
public final class Quoting {
    /** By so many units two spellings of one sentence may differ in length. */
    private static final int TYPOGRAPHY = 6;

    private static final int MOST_ALSO = 5;

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
        Map<Quote.Place, Choice> choices = new HashMap<>();
        for (Choice choice : ranked) {
            if (!selection.wants(choice.score())) {
                break;
            }
            Quote quote = quoting.quote(choice);
            choices.put(quote.place(), choice);
            if (selection.chosen().stream().noneMatch(chosen -> again(quote, chosen))) {
                selection.offer(quote);
            }
        }
        List<Quote> quotes = new ArrayList<>();
        for (Quote chosen : selection.chosen()) {
            quotes.add(index.attributed(chosen).alsoIn(quoting.also(chosen, choices.get(chosen.place()), ranked)));
        }
        return new Quoted(quotes, selection.altered());
    }

    /** How sure it is that the first of the choices, at least one, answers a question. */
    public static double confidence(
            List<Choice> ranked, Candidates candidates, Model model, String question, Lease index) throws IOException {
        Quote first = new Quoting(index).quote(ranked.getFirst());
        Worded worded = new Worded(question, first.text(), first.citation().title());
        return Chooser.confidence(ranked, candidates, model, worded);
    }

    /** Whether it is an intact quote's sentence in other typography, so that it is the same quote and not another. */
    private static boolean again(Quote quote, Quote chosen) {
        return quote.passage().intact() && Typography.same(quote.text(), chosen.text());
    }

    /** The same sentence in other articles. Only what the index says is alike is read. */
    private List<Quote> also(Quote quote, @Nullable Choice choice, List<Choice> ranked) throws IOException {
        Map<String, Quote> also = new LinkedHashMap<>();
        for (Choice other : ranked) {
            if (choice != null && also.size() < MOST_ALSO && alike(choice.candidate(), other.candidate())) {
                Quote same = quote(other);
                if (!same.citation().article().equals(quote.citation().article()) && again(same, quote)) {
                    also.putIfAbsent(same.citation().article(), index.attributed(same));
                }
            }
        }
        return List.copyOf(also.values());
    }

    private static boolean alike(Candidate one, Candidate other) {
        return one.words() == other.words()
                && one.common().inSentence() == other.common().inSentence()
                && Math.abs(one.span().length() - other.span().length()) <= TYPOGRAPHY;
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
