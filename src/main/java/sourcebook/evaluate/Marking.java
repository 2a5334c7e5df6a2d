package sourcebook.evaluate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sourcebook.evaluate.Contestant.Said;
import sourcebook.evaluate.Outcome.Judged;
import sourcebook.evaluate.QuestionSet.Question;
import sourcebook.model.Article;
import sourcebook.model.Quote;
import sourcebook.model.Span;

/** Holds what was said against what a set says is right, and every quote against the set's own corpus. */
final class Marking {
    private static final int TOLD = 3;

    private final Map<String, Article> corpus;

    /** With the corpus as the set has it, by the articles' ids. */
    Marking(Map<String, Article> corpus) {
        this.corpus = corpus;
    }

    Outcome mark(Question question, Said said) {
        return new Outcome(
                question,
                said.given(),
                said.confidence(),
                said.millis(),
                said.quotes().stream().map(quote -> judged(quote, question)).toList(),
                said.first() == null ? null : judged(said.first(), question),
                rank(said.articles(), question),
                expected(question));
    }

    private Judged judged(Quote quote, Question question) {
        String words = quote.text();
        return new Judged(
                quote.citation().article(),
                quote.citation().title(),
                words,
                Judge.right(quote, question),
                words.equals(cut(quote.citation().article(), quote.span())));
    }

    private static int rank(List<String> articles, Question question) {
        for (int i = 0; i < articles.size(); i++) {
            if (question.relevant().contains(articles.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    private String expected(Question question) {
        if (!question.answerable()) {
            return "";
        }
        List<String> answers = question.sentences().isEmpty() ? places(question) : question.sentences();
        return answers.stream().distinct().limit(TOLD).collect(Collectors.joining(" / "));
    }

    private List<String> places(Question question) {
        List<String> articles = question.relevant().stream().sorted().toList();
        List<String> words = question.spans().stream()
                .map(place -> cut(place.article(), place.span()))
                .filter(text -> !text.isBlank())
                .toList();
        return words.isEmpty() ? articles.stream().flatMap(this::title).toList() : words;
    }

    private Stream<String> title(String id) {
        return Stream.ofNullable(corpus.get(id))
                .map(article -> article.citation().title());
    }

    private String cut(String id, Span span) {
        Article article = corpus.get(id);
        return article == null || span.end() > article.text().length() ? "" : span.in(article.text());
    }
}
