package sourcebook.index.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import sourcebook.index.format.SentenceTable.Place;
import sourcebook.index.format.SentenceTable.Row;
import sourcebook.model.AnswerKind;
import sourcebook.model.Span;
import sourcebook.model.search.Candidates.Candidate;
import sourcebook.model.search.Candidates.Common;
import sourcebook.model.search.Candidates.Reach;
import sourcebook.model.search.Candidates.Whole;

final class SentenceMatcherTest {
    private static final Row PAY = new Row(new Span(0, 20), List.of("acme", "run", "payrol"), Set.of(AnswerKind.NAME));
    private static final Row MEALS =
            new Row(new Span(21, 30), List.of("cook"), Set.of(AnswerKind.MONEY, AnswerKind.NUMBER));
    private static final List<List<String>> QUESTION = List.of(List.of("acme"), List.of("payrol"), List.of("school"));
    private static final Place START = new Place(1, 3, 0);
    private static final SentenceMatcher.Scored PASSAGE = new SentenceMatcher.Scored(7, 2.5);

    @Test
    void aCandidateTellsWhatSentenceTitleAndPassageShareWithTheQuestion() {
        BytesRef table = SentenceTable.encode(List.of("school"), new Place(3, 9, 4), List.of(PAY, MEALS));

        List<Candidate> found = new SentenceMatcher(QUESTION).match(table, PASSAGE, number -> number / 2.0);

        assertThat(found)
                .containsExactly(
                        new Candidate(
                                new Whole(4, 9),
                                7,
                                0,
                                PAY.span(),
                                4,
                                3,
                                new Common(0b011, 0b100, 0b011, 1, new Reach(0, 2)),
                                PAY.kinds(),
                                2.5,
                                0),
                        new Candidate(
                                new Whole(4, 9),
                                7,
                                1,
                                MEALS.span(),
                                5,
                                1,
                                new Common(0, 0b100, 0b011, 0, Reach.NONE),
                                MEALS.kinds(),
                                2.5,
                                0.5));
    }

    @Test
    void nothingOfAPassageIsLeftWhenTheNextIsMatched() {
        SentenceMatcher used = new SentenceMatcher(QUESTION);
        used.match(SentenceTable.encode(List.of("school"), START, List.of(PAY, PAY, MEALS)), PASSAGE, number -> 0);
        BytesRef next = SentenceTable.encode(List.of(), START, List.of(MEALS));

        List<Candidate> found = used.match(next, PASSAGE, number -> 0);

        assertThat(found).isEqualTo(new SentenceMatcher(QUESTION).match(next, PASSAGE, number -> 0));
    }

    @Test
    void aTermIsFoundUnderAllThatStandsForIt() {
        BytesRef table = SentenceTable.encode(List.of(), START, List.of(PAY));

        List<Candidate> found =
                new SentenceMatcher(List.of(List.of("owner", "acme"))).match(table, PASSAGE, number -> 0);

        assertThat(found.getFirst().common().inSentence()).isEqualTo(1);
    }

    @Test
    void everyTermOfEverySentenceIsFound() {
        long seed = new Random().nextLong();
        List<String> terms = new Random(seed)
                .ints(32, 0, 1_000_000)
                .distinct()
                .mapToObj(Integer::toString)
                .toList();
        List<Row> rows = terms.stream()
                .map(term -> new Row(new Span(0, 1), List.of(term), Set.of()))
                .toList();

        List<Candidate> found = new SentenceMatcher(terms.stream().map(List::of).toList())
                .match(SentenceTable.encode(List.of(), START, rows), PASSAGE, number -> 0);

        assertThat(found)
                .as("seed %d", seed)
                .extracting(candidate -> candidate.common().inSentence())
                .containsExactlyElementsOf(IntStream.range(0, terms.size())
                        .mapToObj(term -> 1 << term)
                        .toList());
    }

    @Test
    void everySetOfKindsComesBackFromItsBits() {
        List<Set<AnswerKind>> sets = Stream.of(AnswerKind.values()).map(Set::of).toList();

        assertThat(sets)
                .allSatisfy(
                        kinds -> assertThat(KindSets.of(KindSets.bits(kinds))).isEqualTo(kinds));
        assertThat(KindSets.of(KindSets.bits(Set.of(AnswerKind.values())))).containsExactly(AnswerKind.values());
        assertThat(KindSets.of(0)).isEmpty();
    }
}
