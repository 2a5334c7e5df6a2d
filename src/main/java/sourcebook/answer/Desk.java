package sourcebook.answer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import sourcebook.answer.contract.SingleFact;
import sourcebook.index.Lease;
import sourcebook.index.Query;
import sourcebook.model.Answer;
import sourcebook.model.Answer.Reason;
import sourcebook.model.Citation;
import sourcebook.model.Quote;
import sourcebook.question.Question;
import sourcebook.quote.Asked;
import sourcebook.quote.Chooser.Choice;
import sourcebook.quote.Selection;
import sourcebook.text.Mention;

/** Where a question becomes an answer. Stateless; safe for many threads. */
public final class Desk {
    /** No answer shows more quotes than this. */
    public static final int MAX_QUOTES = 5;

    /** Whoever shows quotes page by page gets no more than this. */
    public static final int DEEPEST = Selection.LOOKED_AT;

    /** Below this confidence a sentence is not an answer. */
    static final double SURE_ENOUGH = 0.15;

    /** Whoever names the article gets what it has that comes nearest: by F1 and by right answers, this is best there. */
    private static final double SURE_ENOUGH_OF_ONE_ARTICLE = 0.1;

    private static final int PASSAGES = 50;
    private static final int PASSAGES_OF_ONE_ARTICLE = 2_000;
    private static final int NEAREST = 3;

    /** Where the best sentence is about what was asked, and may be worth reading though it does not answer. */
    private static final Set<Reason> NEAR = Set.of(Reason.WEAK_MATCH, Reason.NOT_STATED);

    private Desk() {}

    /** The answer to a question from one generation, with at most {@code limit} quotes, and {@link #DEEPEST}. */
    public static Answer ask(Question question, Lease index, int limit) throws IOException {
        Optional<Mention> ambiguous = question.ambiguous();
        if (ambiguous.isPresent()) {
            return readings(question, ambiguous.get());
        }
        if (question.scope() != null && index.article(question.scope()).isEmpty()) {
            return notFound(Reason.UNKNOWN_ARTICLE, 0, index, List.of());
        }
        Optional<Answer> own = SpeakersWords.ask(question, index, limit);
        if (own.isPresent()) {
            return own.get();
        }
        Optional<Answer> fact = SingleFact.ask(question, index, Math.clamp(limit, 1, MAX_QUOTES));
        if (fact.isPresent()) {
            return fact.get();
        }
        Considered considered = Considered.of(question, index);
        double confidence = considered.confidence();
        if (confidence < (question.scope() == null ? SURE_ENOUGH : SURE_ENOUGH_OF_ONE_ARTICLE)) {
            return notFound(Reasons.why(considered, question.wanted()), confidence, index, considered.ranked());
        }
        return found(question, considered.ranked(), confidence, index, limit);
    }

    private static Answer found(Question question, List<Choice> ranked, double confidence, Lease index, int limit)
            throws IOException {
        Quoting.Quoted quoted = Quoting.quote(ranked, index, Math.clamp(limit, 1, DEEPEST));
        if (quoted.quotes().isEmpty()) {
            return notFound(Reason.ALTERED_SOURCE, 0, index, ranked);
        }
        List<String> notices = new ArrayList<>(altered(quoted.altered()));
        notices.addAll(Owners.links(question, quoted.quotes(), index));
        return new Answer.Found(List.copyOf(quoted.quotes()), confidence, notices);
    }

    /** The quotes at places that were shown before, as far as the sources still have them. */
    public static List<Quote> again(List<Quote.Place> places, Lease index) throws IOException {
        List<Quote> quotes = new ArrayList<>();
        for (Quote.Place place : places) {
            index.quote(place).filter(quote -> quote.passage().intact()).ifPresent(quotes::add);
        }
        return quotes;
    }

    /** What matters of a question for ranking. */
    public static Asked asked(Question question) {
        return new Asked(question.wanted(), question.scope() != null, question.interrogative());
    }

    /** What to look for to answer a question. */
    public static Query query(Question question) {
        int passages = question.scope() == null ? PASSAGES : PASSAGES_OF_ONE_ARTICLE;
        return new Query(question.text(), question.mentions(), question.scope(), passages);
    }

    private static Answer readings(Question question, Mention name) {
        String typed = name.span().in(question.text());
        return new Answer.Ambiguous(
                typed,
                name.parties().stream()
                        .map(party -> new Answer.Reading(party.name(), with(question.text(), name, party.name())))
                        .toList());
    }

    private static String with(String text, Mention name, String party) {
        return text.substring(0, name.span().start())
                + party
                + text.substring(name.span().end());
    }

    private static Answer notFound(Reason reason, double confidence, Lease index, List<Choice> ranked)
            throws IOException {
        Set<Citation> nearest = new LinkedHashSet<>();
        Set<Integer> read = new HashSet<>();
        for (Choice choice : ranked.subList(0, Math.min(Selection.LOOKED_AT, ranked.size()))) {
            if (nearest.size() < NEAREST && read.add(choice.candidate().passage())) {
                nearest.add(index.citation(choice.candidate()));
            }
        }
        List<Quote> closest = NEAR.contains(reason)
                ? Quoting.quote(ranked.subList(0, 1), index, 1).quotes()
                : List.of();
        return new Answer.NotFound(reason, confidence, index.generation().holdings(), List.copyOf(nearest), closest);
    }

    static List<String> altered(int dropped) {
        return IntStream.of(dropped)
                .filter(n -> n > 0)
                .mapToObj(n -> n + (n == 1 ? " quote was" : " quotes were")
                        + " left out: the stored source no longer matches its checksum. Please tell an admin.")
                .toList();
    }
}
