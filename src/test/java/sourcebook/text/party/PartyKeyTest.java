package sourcebook.text.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sourcebook.model.Party;
import sourcebook.text.Names;

class PartyKeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sample Example Ltd|SAMPLE EXAMPLE LIMITED",
                "Sample & Example plc|Sample and Example",
                "Sample Example Limited T/A Bright Example|Sample Example Ltd.",
                "Sample Example Ltd trading as Bright|The Sample Example",
                "London Borough of Merton|Merton London Borough Council",
                "BLACKPOOL BOROUGH COUNCIL|Blackpool Council",
                "Rochdale MBC|Rochdale Metropolitan Borough Council",
                "City of York Council|York City Council",
                "St John's Example LLP|St Johns Example"
            })
    void spellingsOfOnePartyShareAKey(String one, String other) {
        assertThat(PartyKey.of(one)).isEqualTo(PartyKey.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lancashire County Council|Lancaster City Council",
                "Derby City Council|Derbyshire County Council",
                "Durham County Council|Durham City Council",
                "Sample Example Ltd|Sample Examples Ltd",
                "Sample Example (North) Ltd|Sample Example Ltd",
                "Limited Example Ltd|Example Ltd"
            })
    void whatIsMerelyAlikeIsNotOne(String one, String other) {
        assertThat(PartyKey.of(one)).isNotEqualTo(PartyKey.of(other));
    }

    @Test
    void aListedNameHasItsPartysKey() {
        Party met = new Party("Metropolitan Police Service", List.of("Met", "MPS"), List.of());

        assertThat(PartyKey.of("METROPOLITAN POLICE SERVICE", new Names(List.of(met))))
                .isEqualTo(met.key());
        assertThat(PartyKey.of("MPS", new Names(List.of(met)))).isEqualTo(met.key());
        assertThat(PartyKey.of("MPS Example Ltd", new Names(List.of(met)))).isEqualTo("mps-example");
    }

    @Test
    void buyersAreSortedByTheirNames() {
        assertThat(PartyKind.of("Cleveland Police Authority")).contains("police");
        assertThat(PartyKind.of("London Borough of Merton")).contains("council");
        assertThat(PartyKind.of("Example plc")).isEmpty();
        assertThat(PartyKind.asked("police forces")).contains("police");
    }
}
