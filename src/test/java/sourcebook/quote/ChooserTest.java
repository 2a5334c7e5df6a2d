package sourcebook.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sourcebook.model.AnswerKind;
import sourcebook.model.Span;
import sourcebook.model.search.Candidates;
import sourcebook.model.search.Candidates.Candidate;
import sourcebook.model.search.Candidates.Common;
import sourcebook.model.search.Candidates.Reach;
import sourcebook.model.search.Candidates.Term;
import sourcebook.model.search.Candidates.Whole;
import sourcebook.quote.Chooser.Choice;

final class ChooserTest {
    private static final Term PAYROLL = new Term("payrol", 2, true, false);
    private static final Term ACME = new Term("party:acme", 3, true, true);
    private static final Term ZEPPELIN = new Term("zeppelin", 5, false, true);
    private static final Asked ANY = new Asked(null, false, true);
    private static final int BOTH = 0b11;

    @Test
    void aSentenceWithAllWordsComesBeforeOneWithSome() {
        List<Choice> ranking = rank(ANY, List.of(PAYROLL, ACME), sentence(0, 0b01), sentence(1, BOTH));

        assertThat(ranking).extracting(choice -> choice.candidate().number()).containsExactly(1, 0);
    }

    @Test
    void aSentenceNearerInMeaningComesFirst() {
        Candidate far = meaning(sentence(0, BOTH), 0.80);
        Candidate near = meaning(sentence(1, BOTH), 0.92);

        List<Choice> ranking =
                Chooser.rank(new Candidates(List.of(PAYROLL, ACME), List.of(far, near)), ANY, Model.inUse(true, false));

        assertThat(ranking.getFirst().candidate()).isEqualTo(near);
    }

    @Test
    void aSentenceThatLacksTheAskedKindComesBehindOneThatStatesIt() {
        Candidate silent = sentence(0, BOTH);
        Candidate stating = kinds(sentence(1, BOTH), Set.of(AnswerKind.MONEY, AnswerKind.NUMBER));

        List<Choice> ranking = rank(new Asked(AnswerKind.MONEY, false, true), List.of(PAYROLL, ACME), silent, stating);

        assertThat(ranking.getFirst().candidate()).isEqualTo(stating);
    }

    @Test
    void aNameThatNoArticleHasWeighsAgainstAnswering() {
        double known = confidence(List.of(PAYROLL, ACME), sentence(0, BOTH));
        double withUnknown = confidence(List.of(PAYROLL, ACME, ZEPPELIN), sentence(0, BOTH));

        assertThat(withUnknown).isLessThanOrEqualTo(known * 0.6);
    }

    @Test
    void aSentenceWithNothingInCommonIsNoAnswerAtAll() {
        assertThat(confidence(List.of(PAYROLL, ACME), sentence(0, 0))).isZero();
    }

    @Test
    void onlySoManyAreRankedAgain() {
        Candidate[] many = new Candidate[Chooser.LOOKED_AT + 20];
        for (int i = 0; i < many.length; i++) {
            many[i] = sentence(i, BOTH);
        }

        assertThat(rank(ANY, List.of(PAYROLL, ACME), many)).hasSize(Chooser.LOOKED_AT);
    }

    @Test
    void withoutCandidatesThereIsNothingToRank() {
        assertThat(rank(ANY, List.of(PAYROLL))).isEmpty();
        assertThat(rank(ANY, List.of())).isEmpty();
    }

    @Test
    void confidenceIsAlwaysAProbability() {
        for (int bits = 0; bits <= BOTH; bits++) {
            assertThat(confidence(List.of(PAYROLL, ACME), sentence(0, bits))).isBetween(0.0, 1.0);
        }
    }

    private static double confidence(List<Term> terms, Candidate candidate) {
        Worded worded = new Worded("Who has the payroll?", "The payroll is with Acme.", "Payroll");
        Candidates candidates = new Candidates(terms, List.of(candidate));
        return Chooser.confidence(rank(ANY, terms, candidate), candidates, Model.inUse(false, false), worded);
    }

    private static List<Choice> rank(Asked asked, List<Term> terms, Candidate... candidates) {
        return Chooser.rank(new Candidates(terms, List.of(candidates)), asked, Model.inUse(false, false));
    }

    private static Candidate sentence(int number, int bits) {
        return new Candidate(
                new Whole(0, 100),
                0,
                number,
                new Span(number * 10, number * 10 + 9),
                number,
                12,
                new Common(bits, 0, bits, 0, bits == 0 ? Reach.NONE : new Reach(0, 3)),
                Set.of(),
                4,
                0);
    }

    private static Candidate meaning(Candidate c, double cosine) {
        return new Candidate(
                c.article(),
                c.passage(),
                c.number(),
                c.span(),
                c.position(),
                c.words(),
                c.common(),
                c.kinds(),
                c.score(),
                cosine);
    }

    private static Candidate kinds(Candidate c, Set<AnswerKind> kinds) {
        return new Candidate(
                c.article(),
                c.passage(),
                c.number(),
                c.span(),
                c.position(),
                c.words(),
                c.common(),
                kinds,
                c.score(),
                0);
    }
}
