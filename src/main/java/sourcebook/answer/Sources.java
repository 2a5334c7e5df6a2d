package sourcebook.answer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sourcebook.index.Lease;
import sourcebook.index.Query;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.Span;
import sourcebook.model.search.Candidates.Candidate;
import sourcebook.text.Names;

/**
 * The sources of one generation, as far as the asker may see them, for whoever compares words with them. Good only while
 * it is lent, and for one thread.
 */
public final class Sources {
    private final Lease index;

    Sources(Lease index) {
        this.index = index;
    }

    /** Reads the sources while they are lent. */
    public interface Reading<T> {
        T read(Sources sources) throws IOException;
    }

    public Names names() {
        return index.names();
    }

    /** The intact passages that share most with some words, best first. */
    public List<Passage> like(String words, int limit) throws IOException {
        List<Candidate> found = new ArrayList<>(
                index.search(new Query(words, List.of(), null, limit)).sentences());
        found.sort(Comparator.comparingDouble(Candidate::score).reversed());
        Set<Integer> taken = new HashSet<>();
        List<Passage> passages = new ArrayList<>();
        for (Candidate candidate : found) {
            if (passages.size() < limit && taken.add(candidate.passage())) {
                Passage passage = index.passage(candidate);
                if (passage.intact()) {
                    passages.add(passage);
                }
            }
        }
        return passages;
    }

    /**
     * A stretch of the article around a passage, up to so many units longer at either end; empty if the article does not
     * have the passage's words where they were indexed.
     */
    public Optional<Passage> around(Passage passage, int units) throws IOException {
        return index.article(passage.citation().article())
                .filter(article -> article.text().startsWith(passage.text(), passage.start()))
                .map(article -> Passage.of(article, widened(article, passage.span(), units)));
    }

    private static Span widened(Article article, Span span, int units) {
        String text = article.text();
        int start = Math.max(0, span.start() - units);
        int end = Math.min(text.length(), span.end() + units);
        return new Span(
                Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start,
                end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end);
    }

    /** The quote with its speaker, where the paragraph around it names one. */
    public Quote attributed(Quote quote) {
        return index.attributed(quote);
    }

    public Optional<Article> article(String id) throws IOException {
        return index.article(id);
    }

    /** The quote at a place that was shown before. */
    public Optional<Quote> quote(Quote.Place place) throws IOException {
        return index.quote(place).filter(quote -> quote.passage().intact());
    }

    /** Some of the articles, in the order in which they were indexed. */
    public List<Citation> articles(int limit) throws IOException {
        return index.articles(limit);
    }

    /** How many articles there are. */
    public int count() {
        return index.generation().holdings().articles();
    }
}
