package sourcebook.text.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sourcebook.model.Party;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Value;
import sourcebook.text.Names;

/** Compares with facts labelled by hand: a sentence, and what it states of which contract. */
class TextFactGoldTest {
    private static final Path GOLD = Path.of("src/test/resources/text-facts.tsv");
    private static final double ENOUGH_PRECISION = 0.95;
    private static final double ENOUGH_RECALL = 0.95;
    private static final Names NAMES = new Names(List.of(
            party("Example Borough Council", "Example Council"),
            party("Exampleshire County Council"),
            party("Example Police"),
            party("Example Health NHS Trust"),
            party("Ministry of Examples", "MoE"),
            party("Example University"),
            party("Example Fire Authority"),
            party("Example Services Limited"),
            party("Example Facilities", "EF"),
            party("Example Payroll"),
            party("Example Digital"),
            party("Example Waste"),
            party("Example Catering"),
            party("Example Custody"),
            party("Example Care Group")));

    private record Sentence(String text, Set<String> labelled) {
        Set<String> found() {
            Set<String> found = new HashSet<>();
            TextFacts.in(text, NAMES).forEach(fact -> found.add(written(fact)));
            return found;
        }
    }

    @Test
    void factsAreThoseThatAPersonReads() throws IOException {
        int right = 0;
        int found = 0;
        int labelled = 0;
        List<String> wrong = new ArrayList<>();
        List<String> missed = new ArrayList<>();

        for (Sentence sentence : sentences()) {
            Set<String> both = new HashSet<>(sentence.found());
            sentence.found().stream()
                    .filter(f -> !sentence.labelled.contains(f))
                    .forEach(f -> wrong.add(sentence.text + " " + f));
            sentence.labelled.stream().filter(f -> !both.contains(f)).forEach(f -> missed.add(sentence.text + " " + f));
            found += both.size();
            both.retainAll(sentence.labelled);
            right += both.size();
            labelled += sentence.labelled.size();
        }
        double precision = right / (double) found;
        double recall = right / (double) labelled;
        System.out.printf(
                "facts in text: precision %.3f, recall %.3f, %d facts in %d sentences%n",
                precision, recall, labelled, sentences().size());

        assertThat(precision)
                .as("precision; wrong: " + String.join("\n", wrong))
                .isGreaterThanOrEqualTo(ENOUGH_PRECISION);
        assertThat(recall).as("recall; missed: " + String.join("\n", missed)).isGreaterThanOrEqualTo(ENOUGH_RECALL);
    }

    @Test
    void halfOfTheSentencesStateNoFact() throws IOException {
        long without = sentences().stream().filter(s -> s.labelled.isEmpty()).count();

        assertThat(sentences()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(without).isBetween(70L, 80L);
    }

    /** Each fact with the contract that it is of, so that a value given to the wrong parties is wrong. */
    private static String written(TextFact fact) {
        String value = switch (fact.value()) {
            case Value.Amount amount ->
                amount.unit() + " " + amount.figure() + (amount.basis().per() == Basis.Per.YEAR ? " yearly" : "");
            case Value.Length length -> length.term().toString();
            default -> fact.value().figure();
        };
        return fact.buyer().name() + "/" + fact.supplier().name() + ": "
                + fact.predicate().key() + "=" + value;
    }

    private static List<Sentence> sentences() throws IOException {
        return Files.readAllLines(GOLD).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new Sentence(cells[0], labels(cells[1])))
                .toList();
    }

    private static Set<String> labels(String cell) {
        Set<String> labels = new HashSet<>();
        for (String deal : cell.isEmpty() ? new String[0] : cell.split(" \\| ")) {
            String[] facts = deal.split("; ");
            String between = facts[0].replace("buyer=", "") + "/" + facts[1].replace("supplier=", "");
            for (String fact : facts) {
                labels.add(between + ": " + fact);
            }
        }
        return labels;
    }

    private static Party party(String name, String... others) {
        return new Party(name, List.of(others), List.of());
    }
}
