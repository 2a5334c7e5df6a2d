package sourcebook;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The package matrix of ARCHITECTURE.md, and the sizes that keep files readable. */
final class ArchitectureTest {
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("text", Set.of("model")),
            Map.entry("corpus", Set.of("model", "text")),
            Map.entry("question", Set.of("model", "text")),
            Map.entry("embed", Set.of()),
            Map.entry("index", Set.of("model", "text", "embed")),
            Map.entry("quote", Set.of("model", "text")),
            Map.entry("answer", Set.of("model", "text", "question", "index", "quote")),
            Map.entry("dialogue", Set.of("model", "text", "question", "answer")),
            Map.entry("render", Set.of("model", "text", "dialogue", "library")),
            Map.entry("journal", Set.of("model", "dialogue")),
            Map.entry("teams", Set.of("model", "answer", "dialogue", "journal", "library", "render")),
            Map.entry("slack", Set.of("model", "answer", "dialogue", "journal", "library", "render")),
            Map.entry("library", Set.of("model", "text", "corpus", "index", "embed", "answer")),
            Map.entry("evaluate", Set.of("corpus", "model", "question", "index", "quote", "answer")),
            Map.entry("web", Set.of("model", "question", "answer", "dialogue", "library", "render")));

    private static final Map<String, Set<String>> OWNERS = Map.ofEntries(
            Map.entry("org.apache.lucene", Set.of("index")),
            Map.entry("org.eclipse.jetty", Set.of("web", "app")),
            Map.entry("ai.onnxruntime", Set.of("embed")),
            Map.entry("com.slack.api", Set.of("slack")),
            Map.entry("picocli", Set.of("app")),
            Map.entry("java.net.http", Set.of("slack", "teams")),
            Map.entry("com.nimbusds", Set.of("teams")),
            Map.entry("java.sql", Set.of("journal")),
            Map.entry("org.sqlite", Set.of("journal")),
            Map.entry("org.jdbi", Set.of("journal")),
            Map.entry("org.jsoup", Set.of("corpus")),
            Map.entry("okhttp3", Set.of("corpus", "slack")),
            Map.entry("com.rometools", Set.of("corpus")),
            Map.entry("org.apache.fontbox", Set.of("render")),
            // What askers see is render's; the report of an evaluation is a chart page for those who work on answers.
            Map.entry("j2html", Set.of("render", "evaluate")));

    private static final int MAX_LINES = 300;
    private static final int MAX_FILES = 15;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("sourcebook");

    @TestFactory
    Stream<DynamicTest> aPackageUsesOnlyWhatTheMatrixAllows() {
        return MAY_USE.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage("sourcebook." + row.getKey() + "..")
                                .should()
                                .dependOnClassesThat(describe(
                                        "are in other packages than " + row.getValue(),
                                        used -> ours(used) && !allowed(row.getKey(), row.getValue(), used)))
                                .check(CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> aLibraryIsUsedOnlyByItsOwner() {
        return OWNERS.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> noClasses()
                                .that(describe(
                                        "are not in " + row.getValue(),
                                        c -> !row.getValue().contains(packageOf(c))))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(row.getKey() + "..")
                                .check(CLASSES)));
    }

    @Test
    void everyPackageIsInTheMatrix() {
        Set<String> packages = CLASSES.stream().map(ArchitectureTest::packageOf).collect(Collectors.toSet());

        packages.remove("app");

        assertThat(MAY_USE.keySet()).containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void theMatrixIsTheOneThatArchitectureShows() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("ARCHITECTURE.md"))) {
            String[] cells = line.split("\\|", -1);
            if (line.startsWith("| [`") && cells.length > 3) {
                shown.put(cells[1].replaceAll(".*`(\\w+)`.*", "$1"), cells[3].strip());
            }
        }

        Map<String, String> expected = new TreeMap<>();
        MAY_USE.forEach((name, uses) ->
                expected.put(name, uses.isEmpty() ? "–" : uses.stream().sorted().collect(Collectors.joining(", "))));
        expected.put("app", "all");

        assertThat(shown).isEqualTo(expected);
    }

    @Test
    void onlyAppReadsTheClockAndTheEnvironment() {
        noClasses()
                .that()
                .resideOutsideOfPackage("sourcebook.app..")
                .should()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
                .check(CLASSES);
    }

    @Test
    void filesAndPackagesStaySmall() throws IOException {
        for (Path file : sources()) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(MAX_LINES);
        }
        Map<Path, Long> counts =
                sources().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

        assertThat(counts).allSatisfy((folder, files) -> assertThat(files).isLessThanOrEqualTo(MAX_FILES));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static boolean ours(JavaClass used) {
        return used.getPackageName().startsWith("sourcebook");
    }

    private static boolean allowed(String own, Set<String> others, JavaClass used) {
        return packageOf(used).equals(own) || others.contains(packageOf(used));
    }

    private static String packageOf(JavaClass used) {
        return used.getPackageName().replaceFirst("sourcebook\\.?", "").replaceFirst("\\..*", "");
    }
}
