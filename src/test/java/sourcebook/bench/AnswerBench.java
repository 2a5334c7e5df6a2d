package sourcebook.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import sourcebook.answer.Answering;
import sourcebook.answer.Desk;
import sourcebook.answer.Quoting;
import sourcebook.dialogue.Response;
import sourcebook.index.format.Analysis;
import sourcebook.index.format.Fields;
import sourcebook.index.format.SentenceMatcher;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.model.search.Candidates;
import sourcebook.model.search.Candidates.Candidate;
import sourcebook.question.Questions;
import sourcebook.quote.Chooser;
import sourcebook.quote.Chooser.Choice;
import sourcebook.quote.Model;
import sourcebook.render.Links;
import sourcebook.render.slack.Manner;
import sourcebook.render.slack.SlackResponse;

/**
 * An answer and the steps that it is made of, each done alone as well, against plain Lucene finding the same passages.
 * The steps done alone are the same calls with the step before them prepared, so their sum is nearly the whole.
 */
final class AnswerBench {
    private static final String RAW = "plain Lucene: same terms, same passages";
    private static final String COUNTING = "plain Lucene as it comes, counting 1,000 hits";
    private static final String SEARCH = "Lease.search";
    private static final String ASK = "Answering.ask";

    private final World world;
    private final IndexSearcher raw;
    private final Answering answering;
    private final SlackResponse slack = new SlackResponse(new Links("https://quotes.example.org"));

    AnswerBench(World world) {
        this.world = world;
        this.raw = world.raw();
        this.answering = world.answering();
    }

    void run(Table table) throws IOException {
        Rounds rounds = Rounds.of(parts(), world.questions());
        table.section("1. Finding passages (processor time of one thread)");
        table.atMost(1.4, SEARCH + " / plain Lucene", "x", rounds.cpuRatio(SEARCH, RAW));
        table.row(SEARCH + " / plain Lucene as it comes", "x", rounds.cpuRatio(SEARCH, COUNTING));
        table.atMost(1.5, "the same in bytes allocated", "x", rounds.bytesRatio(SEARCH, RAW));
        table.section("2. The whole answer, three quotes");
        table.atMost(25, ASK + " / plain Lucene", "x", rounds.cpuRatio(ASK, RAW));
        table.atMost(25, ASK + ", half are faster than", "ms", rounds.wallMillis(ASK, 0.5));
        table.row(ASK + ", 99 in 100 are faster than", "ms", rounds.wallMillis(ASK, 0.99));
        table.row("plain Lucene, 99 in 100 are faster than", "ms", rounds.wallMillis(RAW, 0.99));
        table.section("   What each step takes: processor time");
        parts().forEach(part -> table.row(part.name(), "us", rounds.cpuMicros(part.name())));
        table.section("   What each step takes: bytes allocated");
        parts().forEach(part -> table.row(part.name(), "B", rounds.bytes(part.name())));
    }

    /** For the profile: the whole answer. */
    Part ask() {
        return new Part(
                ASK,
                known -> answering.ask(known.text(), null, World.QUOTES),
                (known, result) -> known.check(((Reply) result).answer()));
    }

    private List<Part> parts() throws IOException {
        return List.of(
                new Part(RAW, this::raw, AnswerBench::samePassages),
                new Part(COUNTING, known -> raw.search(known.raw(), Known.PASSAGES), AnswerBench::samePassages),
                new Part(
                        SEARCH,
                        known -> world.lease().search(known.query()),
                        (known, result) -> same(known.candidates(), result)),
                new Part(
                        "· terms of the question",
                        known -> Analysis.questionTerms(known.text()),
                        AnswerBench::notEmpty),
                new Part("· how common each term is", this::frequencies, (known, result) -> {}),
                new Part("· sentences of the passages", this::sentences, AnswerBench::sameSentences),
                ask(),
                new Part(
                        "· reading the question",
                        known -> Questions.read(known.text(), world.lease().names(), null),
                        (known, result) -> same(known.question(), result)),
                new Part(
                        "· ranking the sentences",
                        known -> Chooser.rank(
                                known.candidates(), Desk.asked(known.question()), Model.inUse(false, false)),
                        AnswerBench::notEmpty),
                new Part("· loading, checking and cutting the quotes", new Ranked()::quotes, AnswerBench::notEmpty),
                new Part("rendering for Slack, beside the answer", new Rendering()::of, AnswerBench::rendered));
    }

    private TopDocs raw(Known known) throws IOException {
        return raw.search(known.raw(), new TopScoreDocCollectorManager(Known.PASSAGES, 1));
    }

    private Object frequencies(Known known) throws IOException {
        int sum = 0;
        for (Candidates.Term term : known.candidates().terms()) {
            sum += raw.getIndexReader().docFreq(new Term(Fields.BODY, term.text()));
        }
        return sum;
    }

    /** What the search does with the passages that it found. */
    private List<Candidate> sentences(Known known) throws IOException {
        SentenceMatcher matcher = new SentenceMatcher(known.candidates().terms().stream()
                .map(term -> List.of(term.text()))
                .toList());
        LeafReaderContext leaf = null;
        BinaryDocValues tables = null;
        List<Candidate> found = new ArrayList<>();
        int last = -1;
        for (Candidate candidate : known.candidates().sentences()) {
            if (candidate.passage() != last) {
                last = candidate.passage();
                LeafReaderContext its =
                        raw.getIndexReader().leaves().get(ReaderUtil.subIndex(last, raw.getLeafContexts()));
                if (tables == null || leaf != its) {
                    leaf = its;
                    tables = Objects.requireNonNull(leaf.reader().getBinaryDocValues(Fields.SENTENCES));
                }
                tables.advanceExact(last - leaf.docBase);
                found.addAll(matcher.match(
                        tables.binaryValue(), new SentenceMatcher.Scored(last, candidate.score()), number -> 0));
            }
        }
        return found;
    }

    /** Quotes of sentences ranked before the clock ran; the answer may put another of the best first. */
    private final class Ranked {
        private final Map<Known, List<Choice>> ranked = world.questions().stream()
                .collect(Collectors.toMap(
                        known -> known,
                        known -> Chooser.rank(
                                known.candidates(), Desk.asked(known.question()), Model.inUse(false, false)),
                        (one, same) -> one,
                        IdentityHashMap::new));

        List<Quote> quotes(Known known) throws IOException {
            return Quoting.quote(ranked.getOrDefault(known, List.of()), world.lease(), World.QUOTES)
                    .quotes();
        }
    }

    /** Messages from replies made before the clock ran. */
    private final class Rendering {
        private final Map<Known, Reply> replies = new IdentityHashMap<>();

        Rendering() throws IOException {
            for (Known known : world.questions()) {
                replies.put(known, answering.ask(known.text(), null, World.QUOTES));
            }
        }

        String of(Known known) {
            return slack.render(
                            new Response.Answered(
                                    Objects.requireNonNull(replies.get(known)), null, 0, false, List.of()),
                            Manner.PRIVATE,
                            (action, value) -> value)
                    .privately();
        }
    }

    private static void samePassages(Known known, Object result) {
        Set<Integer> ours =
                known.candidates().sentences().stream().map(Candidate::passage).collect(Collectors.toSet());
        Set<Integer> theirs = Arrays.stream(((TopDocs) result).scoreDocs)
                .map((ScoreDoc hit) -> hit.doc)
                .collect(Collectors.toSet());
        same(theirs, ours);
    }

    private static void sameSentences(Known known, Object result) {
        same(known.candidates().sentences(), result);
    }

    private static void rendered(Known known, Object result) throws IOException {
        SlackReply.check(known, (String) result);
    }

    private static void notEmpty(Known known, Object result) {
        if (((List<?>) result).isEmpty()) {
            throw new IllegalStateException("nothing came of: " + known.text());
        }
    }

    private static void same(Object expected, Object got) {
        if (!expected.equals(got)) {
            throw new IllegalStateException("another result than before: " + got + ", expected " + expected);
        }
    }
}
