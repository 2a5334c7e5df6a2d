package sourcebook.corpus.contract.ocds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sourcebook.corpus.contract.reading.Faults;
import sourcebook.corpus.contract.reading.PartyKeys;
import sourcebook.model.Fact;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Source;
import sourcebook.model.contract.Value;
import sourcebook.text.Names;

/** Releases as four UK publishers have published them, against a table of what is in them. */
class OcdsSamplesTest {
    private static final Path SAMPLES = Path.of("../shared/samples/ocds-uk");

    @Test
    void everyFieldOfEveryReleaseIsRead() throws IOException {
        assumeTrue(Files.exists(SAMPLES), "the samples are not there: " + SAMPLES);
        Map<String, Piece> releases = new HashMap<>();
        try (Stream<Path> files = Files.list(SAMPLES.resolve("releases"))) {
            for (Path file : files.toList()) {
                Faults faults = new Faults(file.toString());
                new OcdsFile(file, faults, piece -> releases.put(piece.ocid() + " " + piece.id(), piece)).read();
            }
        }
        List<String> lines = Files.readAllLines(SAMPLES.resolve("facts.tsv"));
        String[] columns = lines.getFirst().split("\t", -1);
        int rows = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split("\t", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], values[i]);
            }

            Piece piece = releases.get(row.get("ocid") + " " + row.get("release_id"));
            check(row, java.util.Objects.requireNonNull(piece));
            rows++;
        }
        assertThat(rows).isEqualTo(591);
    }

    private static void check(Map<String, String> row, Piece piece) {
        List<Contract> contracts =
                Compiling.contracts(piece.ocid(), List.of(piece), new PartyKeys(Names.none()), problem -> {});
        assertThat(contracts).hasSize(1);
        Contract contract = contracts.getFirst();
        JsonNode json = piece.json();

        assertThat(contract.id()).isEqualTo(row.get("ocid"));
        assertThat(piece.date()).isEqualTo(row.get("date"));
        assertThat(json.path("tag").valueStream().map(JsonNode::asText).collect(Collectors.joining("|")))
                .isEqualTo(row.get("tag"));
        assertThat(figures(contract, Predicate.BUYER))
                .isEqualTo(row.getOrDefault("buyer", "").strip());
        assertThat(contract.title())
                .isEqualTo(row.getOrDefault("title", "").strip().replaceAll("\\s+", " "));
        String description = json.path("tender").path("description").asText();
        // The table was counted before addresses of people were replaced by this one.
        if (!description.contains("redacted@example.org")) {
            assertThat(description).hasSize(Integer.parseInt(row.get("description_chars")));
        }
        assertThat(figures(contract, Predicate.CATEGORY)).isEqualTo(row.get("cpv"));
        assertThat(json.path("tender").path("mainProcurementCategory").asText()).isEqualTo(row.get("category"));
        assertThat(amount(contract, Basis.Kind.ESTIMATE, true)).isEqualTo(number(row.getOrDefault("tender_value", "")));
        assertThat(json.path("tender").path("value").path("currency").asText()).isEqualTo(row.get("currency"));
        assertThat(json.path("awards").path(0).path("id").asText()).isEqualTo(row.get("award_id"));
        assertThat(raw(contract, Predicate.AWARDED_ON)).isEqualTo(row.get("award_date"));
        assertThat(figures(contract, Predicate.SUPPLIER)).isEqualTo(row.get("suppliers"));
        assertThat(amount(contract, Basis.Kind.AWARD, true)).isEqualTo(number(row.getOrDefault("award_value", "")));
        assertThat(amount(contract, Basis.Kind.AWARD, false)).isEqualTo(row.get("award_currency"));
        assertThat(raw(contract, Predicate.START)).isEqualTo(row.get("contract_start"));
        assertThat(raw(contract, Predicate.END)).isEqualTo(row.get("contract_end"));
        assertThat(url(contract)).isEqualTo(row.get("notice_url"));
    }

    private static String figures(Contract contract, Predicate predicate) {
        return contract.standing(predicate).stream()
                .map(fact -> fact.value().figure())
                .collect(Collectors.joining(" | "));
    }

    /** What stands behind the field's name in the notice's own words. */
    private static String raw(Contract contract, Predicate predicate) {
        return contract.standing(predicate).stream()
                .map(fact -> fact.text().replaceFirst("^\\S+: ", ""))
                .collect(Collectors.joining());
    }

    private static String amount(Contract contract, Basis.Kind kind, boolean figure) {
        return contract.standing(Predicate.VALUE).stream()
                .map(fact -> (Value.Amount) fact.value())
                .filter(amount -> amount.basis().kind() == kind)
                .map(amount -> figure
                        ? amount.money().figure()
                        : String.valueOf(amount.money().currency()))
                .collect(Collectors.joining());
    }

    private static String number(String written) {
        BigDecimal number = written.isEmpty() ? BigDecimal.ZERO : new BigDecimal(written).stripTrailingZeros();
        return written.isEmpty() ? "" : number.toPlainString();
    }

    private static String url(Contract contract) {
        Fact fact = contract.facts().getFirst();
        return fact.source() instanceof Source.Notice notice && notice.url() != null ? notice.url() : "";
    }
}
