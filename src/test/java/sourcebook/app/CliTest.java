package sourcebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import sourcebook.app.Commands.Outcome;

/** Every command, with its exit status. */
@SuppressWarnings("NullAway.Init")
final class CliTest {
    @TempDir
    Path folder;

    private SmallCorpus corpus;
    private Commands commands;

    @BeforeEach
    void corpus() throws IOException {
        corpus = SmallCorpus.in(folder);
        commands = Commands.over(corpus);
    }

    @Test
    void anAnswerIsPrintedAndTheFirstIndexIsBuiltForIt() {
        Outcome outcome = commands.run("ask", SmallCorpus.WORTH_QUESTION);

        assertThat(outcome.status()).isEqualTo(0);
        assertThat(outcome.out()).startsWith("“" + SmallCorpus.WORTH + "”");
        assertThat(outcome.err()).contains("Generation 1: 5 articles");
    }

    @Test
    void aQuestionNeedsNoQuotationMarks() {
        Outcome outcome = commands.run(("ask " + SmallCorpus.WORTH_QUESTION).split(" "));

        assertThat(outcome.out()).startsWith("“" + SmallCorpus.WORTH + "”");
    }

    @Test
    void aQuestionWithoutAnAnswerEndsWithThree() {
        Outcome outcome = commands.run("ask", SmallCorpus.NO_ANSWER);

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).startsWith("Nothing in the corpus is about this.");
    }

    @Test
    void anAmbiguousQuestionEndsWithThree() {
        Outcome outcome = commands.run("ask", SmallCorpus.AMBIGUOUS_QUESTION);

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).contains("National Probation Service", "National Payroll Society");
    }

    @Test
    void whatSomebodySaidIsQuotedAndNobodyElse() throws IOException {
        corpus.article("it/talk", "Talk", "The National Probation Service said that payroll was late. It was.");

        Outcome said = commands.run("said", "National", "Probation", "Service", "about", "payroll");
        Outcome nobody = commands.run("said", "Zeppelin", "about", "payroll");

        assertThat(said.status()).isEqualTo(0);
        assertThat(said.out()).contains("“The National Probation Service said that payroll was late.”");
        assertThat(nobody.status()).isEqualTo(3);
        assertThat(nobody.out()).startsWith("Nobody of that name is in the corpus.");
    }

    @Test
    void aQuestionForContractsIsAnsweredWithTheList() throws IOException {
        corpus.article("it/ferry", "Ferry", "Northport Council gave Example Lines the ferry contract in May 2015.");
        corpus.write("contracts/sheet.csv", """
                contract,predicate,value,unit,basis,valid from,valid to,recorded on,article,quote
                example-ferry,title,Ferry contract,,,,,,,
                example-ferry,supplier,Example Lines,,,,,2015-05,it/ferry,Northport Council gave Example Lines the ferry contract in May 2015.
                """);

        Outcome outcome = commands.run("ask", "which", "contracts", "does", "Example", "Lines", "have?");

        assertThat(outcome.status()).isEqualTo(Cli.DONE);
        assertThat(outcome.out()).contains("1 contract of ", "1. Ferry contract", "supplier Example Lines");
    }

    @Test
    void theSourcesAreListed() {
        Outcome outcome = commands.run("source");

        assertThat(outcome.status()).isEqualTo(0);
        assertThat(outcome.out()).contains("These articles are searched:", "  - The Met’s back office");
    }

    @Test
    void jsonIsOneLine() {
        Outcome outcome = commands.run("ask", "--json", "--limit", "1", SmallCorpus.WORTH_QUESTION);

        assertThat(outcome.status()).isEqualTo(0);
        assertThat(outcome.out().lines()).hasSize(1).first().asString().startsWith("{\"id\":\"\",\"question\":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ask",
                "nonsense",
                "ask --nonsense x",
                "ask --limit 0 x",
                "ask --limit 6 x",
                "ask --limit many x",
                "ask --batch",
                "ask --batch f x",
                "said",
                "source x",
                "manifest",
                "manifest slack",
                "manifest teams --url https://x.test",
                "manifest slack --url http://x.test",
                "manifest slack --url x",
                "manifest slack --url https://x.test?y",
                "help nonsense",
                "serve now",
                "reindex now",
                "status now"
            })
    void badUsageEndsWithTwoAndSaysHowToUse(String line) {
        Outcome outcome = commands.run(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .containsAnyOf("Usage: bin/sourcebook", "Did you mean", "Possible solutions")
                .doesNotContain("\tat ");
        assertThat(outcome.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help",
                "--help",
                "help ask",
                "ask --help",
                "serve --help",
                "reindex -h",
                "status -h",
                "manifest --help"
            })
    void helpEndsWithNoughtAndTellsEveryOption(String line) {
        Outcome outcome = commands.run(line.split(" "));

        assertThat(outcome.status()).isEqualTo(0);
        assertThat(outcome.out()).contains("Usage: bin/sourcebook");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void helpNamesEveryCommandAndExitStatus() {
        assertThat(commands.run("--help").out())
                .contains(
                        "serve",
                        "ask",
                        "said",
                        "source",
                        "verify",
                        "reindex",
                        "status",
                        "manifest",
                        "--corpus",
                        "--state")
                .contains("Exit status: 0 answered or done, 3 no answer found, 2 bad usage, 1 failure.");
        assertThat(commands.run("ask", "--help").out()).contains("--json", "--limit", "--batch", "--corpus", "--state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask x", "reindex", "serve"})
    void aCorpusThatIsNotThereEndsWithOneAndSaysWhatToDo(String line) {
        Map<String, String> environment = new HashMap<>(RunningService.environment(corpus, Map.of()));
        environment.put("SOURCEBOOK_CORPUS", folder.resolve("nowhere").toString());

        Outcome outcome = new Commands(environment).run(line.split(" "));

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("there is no folder")
                .contains("--corpus")
                .doesNotContain("\tat ");
    }

    @Test
    void faultySettingsEndWithOneAndShowNoSecret() {
        Outcome outcome = new Commands(Map.of("PORT", "x", "SLACK_BOT_TOKEN", "canary-token")).run("serve");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("PORT must be", "SLACK_BOT_TOKEN must be")
                .doesNotContain("canary-token", "\tat ");
    }

    @Test
    void aPortThatIsTakenEndsWithOneAndNamesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());

            Outcome outcome = new Commands(
                            RunningService.environment(corpus, Map.of("PORT", port, "SOURCEBOOK_BIND", "0.0.0.0")))
                    .run("serve");

            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err()).contains(port).doesNotContain("\tat ");
        }
    }

    @Test
    void statusTellsWhatIsServedAndWhetherItIsOld() throws IOException {
        assertThat(commands.run("status").out()).startsWith("Nothing is indexed yet");
        assertThat(commands.run("reindex").status()).isEqualTo(0);
        assertThat(commands.run("status").out())
                .contains("Generation 1, built", "5 articles", "The corpus has not changed since.");
        corpus.article("new/article", "New", "Something was added.");
        assertThat(commands.run("status").out()).contains("The corpus has changed since");
        assertThat(commands.run("reindex").err()).contains("Generation 2: 6 articles");
        assertThat(commands.run("status").out()).contains("Generation 2, built", "The corpus has not changed since.");
    }

    @Test
    void aCorpusThatIsAllBrokenIsRefusedAndWhatWasServedStays() throws IOException {
        commands.run("reindex");
        Path articles = corpus.root().resolve("articles");
        try (var files = Files.list(articles)) {
            for (Path file : files.toList()) {
                Files.writeString(file, "{ not JSON");
            }
        }

        Outcome outcome = commands.run("reindex");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("not read: articles/", "The new index was refused; what was served before still is.")
                .contains("The corpus has no article that could be read.");
        assertThat(commands.run("ask", SmallCorpus.WORTH_QUESTION).out()).contains(SmallCorpus.WORTH);
    }

    @Test
    void anEmptyCorpusCannotBeServedAndEndsWithOne() throws IOException {
        SmallCorpus empty = new SmallCorpus(folder.resolve("empty").resolve("corpus"));
        empty.write("articles/empty.md", "");

        Outcome outcome = Commands.over(empty).run("serve");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("There is nothing to serve yet", "articles/empty.md");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void theFoldersOfTheCommandLineComeBeforeTheEnvironments() throws IOException {
        SmallCorpus other = SmallCorpus.in(folder.resolve("other"));
        other.article("new/article", "New", "Something was added.");

        Outcome outcome = commands.run(
                "--corpus",
                other.root().toString(),
                "reindex",
                "--state",
                folder.resolve("state2").toString());

        assertThat(outcome.err()).contains("6 articles");
        assertThat(commands.run("status").out()).startsWith("Nothing is indexed yet");
    }

    @Test
    void theManifestIsYamlWithTheAddressOfTheService() {
        Outcome outcome = commands.run("manifest", "slack", "--url", "https://quotes.test/");

        assertThat(outcome.status()).isEqualTo(0);
        assertThat(new Load(LoadSettings.builder().build()).loadFromString(outcome.out()))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("display_information", "features", "oauth_config", "settings");
        assertThat(outcome.out()).contains("https://quotes.test/slack/events").doesNotContain("//slack");
    }

    @Test
    void anIndexThatCannotBeServedAnyMoreIsBuiltAnew() throws IOException {
        commands.run("reindex");
        Path segments = Files.list(RunningService.state(corpus).resolve("generations/1"))
                .filter(file -> file.getFileName().toString().startsWith("segments_"))
                .findFirst()
                .orElseThrow();
        Files.write(segments, new byte[] {1, 2, 3});

        Outcome outcome = commands.run(("ask " + SmallCorpus.WORTH_QUESTION).split(" "));

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).contains("The index is built anew", "generation 1 cannot be served");
        assertThat(outcome.out()).contains(SmallCorpus.WORTH);
    }

    @Test
    void aQuestionCanBePutToOneArticleAlone() {
        Outcome inIt = commands.run("ask", "--json", "--article", "police/met", SmallCorpus.WORTH_QUESTION);
        Outcome nowhere = commands.run("ask", "--article", "no/such", SmallCorpus.WORTH_QUESTION);

        assertThat(inIt.out()).doesNotContainPattern("\"article\":\"(?!police/met\")");
        assertThat(nowhere.status()).isEqualTo(3);
        assertThat(nowhere.out()).startsWith("There is no article of that name");
    }
}
