package sourcebook.corpus.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.Fact;
import sourcebook.model.audience.Audience;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Predicate;

/** What is read of files, what is refused, and what is told of it. */
class ContractFilesTest {
    private static final String FIRST = """
            {"ocid":"o-1","id":"1","date":"2019-05-01T00:00:00Z","tag":["award"],"buyer":{"name":"Example Council"},
             "tender":{"title":"Lighting","value":{"amount":5,"currency":"GBP"}},
             "awards":[{"id":"a","value":{"amount":10,"currency":"GBP"},"suppliers":[{"id":"s1","name":"One Example Ltd"}]}]}""";
    private static final String LATER = """
            {"ocid":"o-1","id":"2","date":"2021-02-03T00:00:00Z","tag":["awardUpdate"],"tender":{"value":null},
             "awards":[{"id":"a","value":{"amount":12},"suppliers":[{"id":"s2","name":"Two Example Ltd"}]}]}""";
    private static final Article ARTICLE = new Article(
            new Citation("a1", "T", null, null, null, null, null),
            "It rained. Example Council pays £5m a year. It stopped.",
            Audience.PUBLIC);

    @TempDir
    Path folder;

    @Test
    void releasesOfOneProcessAreMergedWhateverTheirOrder() throws IOException {
        Gathering all = Gathering.of(folder, "p.json", "{\"releases\":[" + LATER + "," + FIRST + "]}");

        Contract contract = all.contract("o-1");
        assertThat(Gathering.stated(contract, Predicate.SUPPLIER))
                .containsExactly("One Example Ltd", "Two Example Ltd");
        assertThat(Gathering.stated(contract, Predicate.VALUE)).containsExactly("12");
    }

    @Test
    void anAmendmentKeepsWhatWasBeforeWithTheDayItWasReplaced() throws IOException {
        Gathering all = Gathering.of(folder, "p.jsonl", (FIRST + "\n" + LATER).replace("\n ", " "));

        List<String> told = all.contract("o-1").facts().stream()
                .filter(fact -> fact.predicate() == Predicate.VALUE)
                .map(fact -> fact.value().figure() + " " + fact.held().recordedOn() + " "
                        + fact.held().replacedOn())
                .toList();
        assertThat(told)
                .containsExactlyInAnyOrder("10 2019-05-01 2021-02-03", "5 2019-05-01 2021-02-03", "12 2021-02-03 null");
    }

    @Test
    void aRecordsReleasesAreReadAndOtherwiseWhatWasCompiledOfThem() throws IOException {
        Gathering all = Gathering.of(
                folder,
                "r.json",
                "{\"records\":[{\"ocid\":\"o-1\",\"releases\":[" + FIRST + "," + LATER + "],\"compiledRelease\":{}},"
                        + "{\"ocid\":\"o-2\",\"compiledRelease\":" + FIRST.replace("\"ocid\":\"o-1\",", "") + "},"
                        + "{\"ocid\":\"o-3\",\"releases\":[{\"url\":\"https://example.org/r\"}]}]}");

        assertThat(all.contracts).extracting(Contract::id).containsExactlyInAnyOrder("o-1", "o-2");
        assertThat(all.problems)
                .singleElement()
                .asString()
                .startsWith("r.json: /records/2: a record without its releases");
    }

    @Test
    void thePublisherIsFoundAlsoBehindTheReleasesAndTheFileMayBeGzipped() throws IOException {
        String json = "{\"releases\":[" + FIRST + "],\"publisher\":{\"name\":\"Example Register\"}}";
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("p.json.gz")))) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }

        Fact fact = Gathering.read(folder).contract("o-1").facts().getFirst();

        assertThat(fact.source().toString()).contains("publisher=Example Register");
        assertThat(fact.text()).isEqualTo("buyer/name: Example Council");
    }

    @Test
    void aFileThatBreaksOffIsReadUpToThere() throws IOException {
        Gathering all = Gathering.of(folder, "p.json", "{\"releases\":[" + FIRST + ",\n{\"ocid\": oops");

        assertThat(all.contracts).extracting(Contract::id).containsExactly("o-1");
        assertThat(all.problems)
                .singleElement()
                .asString()
                .startsWith("p.json: line ")
                .contains("not JSON from here on");
    }

    @Test
    void aGzipThatBreaksOffIsToldOf() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(whole)) {
            out.write(("{\"releases\":[" + FIRST + "]}").getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("p.json.gz"), java.util.Arrays.copyOf(whole.toByteArray(), whole.size() / 2));

        assertThat(Gathering.read(folder).problems).singleElement().asString().contains("cannot be read from here on");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|expected a release package, a record package or a release, and found a list",
                "{\"releases\":{}}|/releases: expected a list, and found an object",
                "{\"releases\":[true]}|/releases/0: expected an object, and found true or false",
                "{\"releases\":[{\"id\":\"1\"}]}|/releases/0/ocid: a release needs an ocid that is text; this one is left out",
                "{\"hello\":1}|neither a release package",
                "``|the file is empty",
            })
    void whatIsNoOcdsIsRefusedWithItsPlace(String content, String problem) throws IOException {
        Gathering all = Gathering.of(folder, "p.json", content);

        assertThat(all.contracts).isEmpty();
        assertThat(all.problems).singleElement().asString().contains("p.json: " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"amount\":10,\"currency\":\"GBP\"|\"amount\":10|/awards/0/value/currency: the amount has no currency",
                "\"amount\":10,|\"amount\":\"ten\",|/awards/0/value/amount: the amount is not a number; it is not read",
                "2019-05-01T00:00:00Z|May 2019|/date: not a date such as",
                "\"tag\":|\"colour\":1,\"tag\":|fields that are not of the standard are not read: colour",
                "\"id\":\"a\",|\"id\":\"a\",\"date\":\"2019-13-45\",|/awards/0/date: not a date such as",
            })
    void whatIsOddIsToldWithItsPlaceAndTheRestIsKept(String good, String odd, String problem) throws IOException {
        Gathering all = Gathering.of(folder, "p.json", "{\"releases\":[" + FIRST.replace(good, odd) + "]}");

        assertThat(Gathering.stated(all.contract("o-1"), Predicate.SUPPLIER)).containsExactly("One Example Ltd");
        assertThat(all.problems)
                .singleElement()
                .asString()
                .contains("p.json: /releases/0")
                .contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"amount\":10|\"amount\":-10|VALUE|below zero",
                "\"amount\":10|\"amount\":900000000000000|VALUE|larger than any",
                "\"amount\":10|\"amount\":0|VALUE|none was published",
                "\"id\":\"a\"|\"id\":\"a\",\"contractPeriod\":{\"startDate\":\"2021-01-01\",\"endDate\":\"2020-01-01\"}|END|before its start",
                "\"id\":\"a\"|\"id\":\"a\",\"contractPeriod\":{\"startDate\":\"2021-01-01\",\"endDate\":\"2199-01-01\"}|END|longer than contracts run",
                "\"id\":\"a\"|\"id\":\"a\",\"contractPeriod\":{\"endDate\":\"0215-01-01\"}|END|outside of any contract's time",
            })
    void whatCannotBeTrueIsKeptAndMarked(String good, String absurd, Predicate predicate, String doubt)
            throws IOException {
        Gathering all = Gathering.of(folder, "p.json", "{\"releases\":[" + FIRST.replace(good, absurd) + "]}");

        assertThat(all.contract("o-1").standing(predicate))
                .anySatisfy(fact -> assertThat(String.join(" ", fact.doubts())).contains(doubt));
    }

    @Test
    void oneIdOfTwoReleasesIsTakenOnceAndTold() throws IOException {
        String other = FIRST.replace("\"amount\":10", "\"amount\":11");

        Gathering all = Gathering.of(folder, "p.json", "{\"releases\":[" + FIRST + "," + FIRST + "," + other + "]}");

        assertThat(Gathering.stated(all.contract("o-1"), Predicate.VALUE)).containsExactly("10", "5");
        assertThat(all.problems)
                .singleElement()
                .asString()
                .startsWith("p.json: /releases/2: the release id 1 is taken already");
    }

    @Test
    void aTableOfNoticesIsReadAndWhatWasNotAwardedHasNoSupplier() throws IOException {
        Gathering all = Gathering.of(
                folder,
                "n.csv",
                "id,organisation,title,description,status,published_date,awarded_date,value_low,value_high,awarded_value,awarded_supplier,cpv_codes\n"
                        + "n1,Example Council,Lighting,,awarded,2024-01-02,2024-01-01,0,0,500,\"One Example Ltd,Two, Example & Co\",45000000\n"
                        + "n2,Example Council,Parks,,awarded,2024-01-02,2024-01-01,40,60,0,NOT AWARDED TO SUPPLIER,\n"
                        + "n1,Example Council,Again,,awarded,2024-01-02,,,,,,\n");

        assertThat(Gathering.stated(all.contract("n1"), Predicate.SUPPLIER))
                .containsExactly("One Example Ltd", "Two, Example & Co");
        assertThat(all.contract("n2").standing(Predicate.SUPPLIER)).isEmpty();
        assertThat(Gathering.stated(all.contract("n2"), Predicate.VALUE)).containsExactly("40", "60");
        assertThat(all.problems)
                .singleElement()
                .asString()
                .startsWith("n.csv:4: the notice n1 stands here a second time");
    }

    @Test
    void aFactWhoseQuoteIsNotInItsArticleIsRefusedWithTheNearestSentence() throws IOException {
        Gathering all = Gathering.of(
                folder,
                "s.csv",
                "contract,predicate,value,unit,basis,valid from,valid to,recorded on,article,quote\n"
                        + "c,title,Rain,,,,,,,\n"
                        + "c,value,5000000,GBP,yearly,,,2020,a1,Example Council pays £5m a year.\n"
                        + "c,value,5000000,GBP,yearly,,,2020,a1,Example Council pays 5m a year.\n"
                        + "c,value,much,GBP,yearly,,,2020,a1,It rained.\n"
                        + "c,colour,red,,,,,2020,a1,It rained.\n"
                        + "c,supplier,X,,,,,2020,none,It rained.\n",
                ARTICLE);

        assertThat(all.contract("c").title()).isEqualTo("Rain");
        assertThat(Gathering.stated(all.contract("c"), Predicate.VALUE)).containsExactly("5000000");
        assertThat(all.problems)
                .satisfiesExactly(
                        p -> assertThat(p)
                                .contains("s.csv:4: ")
                                .endsWith("nearest is: Example Council pays £5m a year."),
                        p -> assertThat(p).contains("s.csv:5: the value \"much\""),
                        p -> assertThat(p).contains("s.csv:6: the predicate \"colour\""),
                        p -> assertThat(p).contains("s.csv:7: there is no article \"none\""));
    }

    @Test
    void aTableOfAnotherKindIsRefused() throws IOException {
        assertThat(Gathering.of(folder, "x.csv", "a,b\n1,2\n").problems)
                .singleElement()
                .asString()
                .startsWith("x.csv:1: neither a fact sheet");
    }
}
