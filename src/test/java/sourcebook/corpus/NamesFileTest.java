package sourcebook.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.model.PartialDate;
import sourcebook.model.Party;
import sourcebook.model.Party.Ownership;
import sourcebook.model.Problem;

class NamesFileTest {
    private static final String HEADER = "name,other names,owner,share,from,to,source\n";

    @TempDir
    Path corpus;

    private final List<String> problems = new ArrayList<>();

    @Test
    void aPartysRowsAreGathered() throws IOException {
        List<Party> parties = read("\ufeff" + HEADER
                + "SSCL Limited, SSCL ; Shared Services;;SSCL,Sopra Steria,75 %,2013,2023-11,police/sscl\r\n"
                + "\"Food, Farms and Co\",,,,,,\n"
                + "SSCL Limited,,Cabinet Office,,,,\n");

        assertThat(problems).isEmpty();
        assertThat(parties)
                .containsExactly(
                        new Party(
                                "SSCL Limited",
                                List.of("SSCL", "Shared Services"),
                                List.of(
                                        new Ownership(
                                                "Sopra Steria",
                                                "75 %",
                                                new PartialDate("2013"),
                                                new PartialDate("2023-11"),
                                                "police/sscl"),
                                        new Ownership("Cabinet Office", null, null, null, null))),
                        new Party("Food, Farms and Co", List.of(), List.of()));
    }

    @Test
    void aRowThatDoesNotFitIsLeftOutAndTheRestIsRead() throws IOException {
        List<Party> parties = read(HEADER + "Capita,,,,,,\nSerco,,\n ,Nobody,,,,,\nG4S,,,,,,");

        assertThat(parties).extracting(Party::name).containsExactly("Capita", "G4S");
        assertThat(problems)
                .containsExactly(
                        "WARNING names.csv:3: the row is left out: it needs a name and 7 columns",
                        "WARNING names.csv:4: the row is left out: it needs a name and 7 columns");
    }

    @Test
    void aBadDateIsLeftOutWithItsLine() throws IOException {
        List<Party> parties = read(HEADER + "Capita,,,,,,\nSerco,,Capita,,soon,2015-13,");

        assertThat(parties.getLast().owners()).containsExactly(new Ownership("Capita", null, null, null, null));
        assertThat(problems)
                .containsExactly(
                        "WARNING names.csv:3: date soon is left out: write it as 2015, 2015-07 or 2015-07-14",
                        "WARNING names.csv:3: date 2015-13 is left out: write it as 2015, 2015-07 or 2015-07-14");
    }

    @Test
    void missingColumnsAreNamed() throws IOException {
        List<Party> parties = read("name,owner,from,to,source\nCapita,,,,");

        assertThat(parties).isEmpty();
        assertThat(problems)
                .containsExactly("WARNING names.csv:1: the first line must name the columns name, other names, owner,"
                        + " share, from, to, source; missing: other names, share");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "name\n", "\"name"})
    void aFileWithoutItsHeaderIsAProblem(String content) throws IOException {
        assertThat(read(content)).isEmpty();
        assertThat(problems).hasSize(1);
    }

    @Test
    void columnsWithoutANameArePassedOver() throws IOException {
        assertThat(read("name,other names,owner,share,from,to,source,,\nCapita,,,,,,,,"))
                .extracting(Party::name)
                .containsExactly("Capita");
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Capita\" plc,,,,,,\n", "\"Capita,,,,,,\n"})
    void aQuoteOutOfPlaceIsAProblemAndWhatStandsBeforeItIsRead(String row) throws IOException {
        assertThat(read(HEADER + "Serco,,,,,,\n" + row)).extracting(Party::name).containsExactly("Serco");
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("WARNING names.csv:3: not a table of comma-separated values: ");
    }

    @Test
    void aFileInNoKnownEncodingIsAProblem() throws IOException {
        Files.write(corpus.resolve("names.csv"), (HEADER + "Caf\u0081,,,,,,").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(new Corpus(corpus).names(this::problem).parties()).isEmpty();
        assertThat(problems)
                .containsExactly(
                        "ERROR names.csv:2: neither UTF-8, UTF-16 nor Windows-1252 text; save the file as" + " UTF-8");
    }

    @Test
    void withoutTheFileThereAreNoParties() throws IOException {
        assertThat(new Corpus(corpus).names(this::problem).parties()).isEmpty();
        assertThat(problems).isEmpty();
    }

    private List<Party> read(String content) throws IOException {
        Reading.write(corpus, "names.csv", content);
        return new Corpus(corpus).names(this::problem).parties();
    }

    private void problem(Problem problem) {
        problems.add(problem.level() + " " + problem);
    }
}
