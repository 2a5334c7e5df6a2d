package sourcebook.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.model.Answer.Ambiguous;
import sourcebook.model.Answer.Found;
import sourcebook.model.Answer.NotFound;
import sourcebook.model.Answer.Reading;
import sourcebook.model.Answer.Reason;
import sourcebook.model.Generation.Holdings;
import sourcebook.model.search.Candidates;
import sourcebook.model.search.Candidates.Term;

/** What the records refuse, and how they say so. */
class RefusalsTest {
    private static final Citation CITATION = citation("a", "T", null);
    private static final Article ARTICLE = new Article(CITATION, "It ended.");
    private static final Quote QUOTE = new Quote(Passage.of(ARTICLE, new Span(0, 9)), new Span(0, 9), null, 1);
    private static final Holdings HOLDINGS = new Holdings(1, 1, 1, null);

    @Test
    void anAnswerNeedsEvidence() {
        refused(() -> new Found(List.of(), 1, List.of()), "an answer needs evidence; no evidence is NotFound");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void confidenceIsFromZeroToOne(double confidence) {
        String message = "confidence must be from 0 to 1, got " + confidence;

        refused(() -> new Found(List.of(QUOTE), confidence, List.of()), message);
        refused(() -> new NotFound(Reason.WEAK_MATCH, confidence, HOLDINGS, List.of()), message);
    }

    @Test
    void anAmbiguousNameHasTwoReadings() {
        Reading one = new Reading("Met", "Who is the Met?");

        refused(
                () -> new Ambiguous("met", List.of(one)),
                "an ambiguous name has two readings or more, got [" + one + "]");
        assertThat(new Ambiguous("met", List.of(one, one)).confidence()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void whatNamesSomethingIsNotBlank(String blank) {
        refused(() -> new Article(CITATION, blank), "text must not be blank, article a");
        refused(() -> citation(blank, "T", null), "article id must not be blank");
        refused(() -> citation("a", blank, null), "title must not be blank, article a");
        refused(() -> new Party(blank, List.of(), List.of()), "a party's names must not be blank, party " + blank);
        refused(
                () -> new Party("Met", List.of("MPS", blank), List.of()),
                "a party's names must not be blank, party Met");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://a.example", "javascript:alert(1)", "www.a.example", "data:text/html,x"})
    void anAddressIsOnTheWeb(String url) {
        refused(() -> citation("a", "T", url), "url must be http or https, got " + url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "15",
                "2015-7",
                "2015-13",
                "2015-00",
                "2015-02-29",
                "2015-07-14T00:00",
                "x2015",
                "٢٠١٥",
                "2015-"
            })
    void aDateIsReal(String iso) {
        refused(
                () -> new PartialDate(iso),
                "date must be a real year, month or day such as 2015, 2015-07 or 2015-07-14, got " + iso);
    }

    @Test
    void aQuestionHasOnlySoManyTerms() {
        List<Term> most = Collections.nCopies(Candidates.MAX_TERMS, new Term("x", 1, true, false));
        List<Term> more = Collections.nCopies(Candidates.MAX_TERMS + 1, new Term("x", 1, true, false));

        assertThat(new Candidates(most, List.of()).terms()).hasSize(32);
        refused(() -> new Candidates(more, List.of()), "at most 32 terms, got 33");
    }

    @Test
    void kindsOfAnswersFitInBits() {
        assertThat(AnswerKind.values()).hasSizeLessThanOrEqualTo(Integer.SIZE);
    }

    @Test
    void listsAreCopied() {
        List<Evidence> evidence = new ArrayList<>(List.of(QUOTE));
        List<String> names = new ArrayList<>(List.of("MPS"));
        Found found = new Found(evidence, 1, names);
        Party party = new Party("Met", names, List.of());

        evidence.clear();
        names.clear();

        assertThat(found.evidence()).containsExactly(QUOTE);
        assertThat(found.notices()).containsExactly("MPS");
        assertThat(party.otherNames()).containsExactly("MPS");
    }

    private static void refused(ThrowingCallable making, String message) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static Citation citation(String id, String title, @Nullable String url) {
        return new Citation(id, title, null, null, url, null, null);
    }
}
