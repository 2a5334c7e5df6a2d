package sourcebook.index.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sourcebook.model.Citation;
import sourcebook.model.PartialDate;
import sourcebook.model.Passage;

final class StoredPassageTest {
    private static final String HASH = Passage.sha256("Pay 😀 £5m.");

    @ParameterizedTest
    @MethodSource("passages")
    void aPassageComesBackAsItWasStored(Passage passage) throws IOException {
        BytesRef value = StoredPassage.encode(passage);

        assertThat(StoredPassage.passage(value)).isEqualTo(passage);
        assertThat(StoredPassage.citation(value)).isEqualTo(passage.citation());
    }

    static Stream<Passage> passages() {
        PartialDate date = new PartialDate("2015-07");
        return Stream.of(
                        new Citation("a/b", "Tïtle", null, null, null, null, null),
                        new Citation("a", "T", "A. Writer", "Example Press", "https://example.org/a", date, "R 1"),
                        new Citation("a", "T", "", null, null, date, null),
                        new Citation("a", "T", null, "Example Press", null, null, "R 1"))
                .map(citation -> new Passage(citation, 1_234, "Pay 😀 £5m.", HASH));
    }
}
