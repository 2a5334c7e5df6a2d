package sourcebook.text.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.Fact;
import sourcebook.model.PartialDate;
import sourcebook.model.Party;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Source.Said;
import sourcebook.text.Names;

class TextContractsTest {
    private static final Names NAMES = new Names(List.of(
            new Party("Example Police", List.of(), List.of()),
            new Party("Example Council", List.of(), List.of()),
            new Party("Example Digital", List.of(), List.of())));
    private static final String STATED = "Example Police awarded Example Digital a ten-year contract worth £16m.";

    @Test
    void eachFactHoldsItsSentenceAndIsMarkedAsRead() {
        List<Contract> contracts = TextContracts.of(article("It was a dry year. " + STATED + " Nobody spoke."), NAMES);

        assertThat(contracts).hasSize(1);
        assertThat(contracts.getFirst().facts())
                .extracting(Fact::predicate)
                .containsExactly(Predicate.BUYER, Predicate.SUPPLIER, Predicate.TERM, Predicate.VALUE);
        assertThat(contracts.getFirst().facts()).allSatisfy(fact -> {
            assertThat(fact.text()).isEqualTo(STATED);
            assertThat(fact.source())
                    .isInstanceOfSatisfying(
                            Said.class, said -> assertThat(said.read()).isTrue());
            assertThat(fact.held().recordedOn()).isEqualTo(new PartialDate("2015-07"));
        });
    }

    @Test
    void whatIsStatedTwiceIsKeptOnceAndOtherPairsAreOtherContracts() {
        List<Contract> contracts = TextContracts.of(
                article(STATED + " " + STATED + " Example Council awarded Example Digital a contract worth £3m."),
                NAMES);

        assertThat(contracts)
                .extracting(Contract::id)
                .containsExactly(
                        "ours/police/example-police/example-digital", "ours/police/example-council/example-digital");
        assertThat(contracts.getFirst().facts()).hasSize(4);
    }

    @Test
    void anArticleThatStatesNoneHasNone() {
        assertThat(TextContracts.of(article("Example Police may award Example Digital a contract."), NAMES))
                .isEmpty();
    }

    private static Article article(String text) {
        return new Article(
                new Citation("ours/police", "Title", null, null, null, new PartialDate("2015-07"), null), text);
    }
}
