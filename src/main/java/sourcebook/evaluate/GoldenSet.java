package sourcebook.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sourcebook.corpus.Golden;
import sourcebook.index.Lease;
import sourcebook.model.Article;
import sourcebook.model.Quote;
import sourcebook.model.Span;

/** The golden questions of a corpus as a question set: right is what holds the words that they name. */
public final class GoldenSet {
    /** What the set is called. */
    public static final String NAME = "golden";

    private GoldenSet() {}

    /** The set, with the words' places in the articles that the index holds. */
    public static QuestionSet of(List<Golden> goldens, Lease index) throws IOException {
        List<QuestionSet.Question> questions = new ArrayList<>();
        for (Golden golden : goldens) {
            questions.add(question(golden, index));
        }
        return new QuestionSet(NAME, NAME, Path.of(NAME), Set.of(), questions);
    }

    private static QuestionSet.Question question(Golden golden, Lease index) throws IOException {
        List<Quote.Place> places = new ArrayList<>();
        for (String id : golden.cites()) {
            Optional<Article> article = index.article(id);
            if (article.isPresent()) {
                golden.quotes().forEach(words -> add(article.get(), words, places));
            }
        }
        return new QuestionSet.Question(
                golden.question(),
                golden.question(),
                null,
                golden.found(),
                new HashSet<>(golden.cites()),
                places,
                List.of(),
                0);
    }

    private static void add(Article article, String words, List<Quote.Place> places) {
        int at = article.text().indexOf(words);
        while (at >= 0) {
            places.add(new Quote.Place(article.id(), new Span(at, at + words.length())));
            at = article.text().indexOf(words, at + 1);
        }
    }
}
