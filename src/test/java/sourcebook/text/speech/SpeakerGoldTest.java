package sourcebook.text.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sourcebook.model.Party;
import sourcebook.text.Names;

/** Compares with speakers named by hand: paragraph, sentence, and the speaker or nothing. */
class SpeakerGoldTest {
    private static final Path GOLD = Path.of("src/test/resources/speakers.tsv");
    private static final double ENOUGH_PRECISION = 0.98;
    private static final double ENOUGH_RECALL = 0.70;
    private static final Names NAMES = new Names(List.of(party("Capita"), party("Serco"), party("Mitie")));

    private record Labelled(String sentence, String speaker) {}

    private record Compared(Labelled gold, String found) {
        boolean right() {
            return found.equals(gold.speaker);
        }
    }

    @Test
    void speakersAreThoseThatAPersonNames() throws IOException {
        List<Compared> compared = new ArrayList<>();
        paragraphs().values().forEach(paragraph -> compared.addAll(compare(paragraph)));

        double precision =
                share(compared.stream().filter(c -> !c.found.isEmpty()).toList());
        double recall =
                share(compared.stream().filter(c -> !c.gold.speaker.isEmpty()).toList());
        System.out.printf("speakers: precision %.3f, recall %.3f, %d sentences%n", precision, recall, compared.size());

        List<Compared> wrong = compared.stream().filter(c -> !c.right()).toList();
        assertThat(precision).as("precision; wrong: " + wrong).isGreaterThanOrEqualTo(ENOUGH_PRECISION);
        assertThat(recall).as("recall; wrong: " + wrong).isGreaterThanOrEqualTo(ENOUGH_RECALL);
    }

    private static List<Compared> compare(List<Labelled> paragraph) {
        List<Optional<Speaker>> found =
                Speakers.of(paragraph.stream().map(Labelled::sentence).toList(), NAMES);
        List<Compared> compared = new ArrayList<>();
        for (int at = 0; at < paragraph.size(); at++) {
            compared.add(new Compared(
                    paragraph.get(at), found.get(at).map(Speaker::name).orElse("")));
        }
        return compared;
    }

    private static double share(List<Compared> compared) {
        return compared.stream().filter(Compared::right).count() / (double) compared.size();
    }

    private static Map<Integer, List<Labelled>> paragraphs() throws IOException {
        return Files.readAllLines(GOLD).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .collect(Collectors.groupingBy(
                        cells -> Integer.valueOf(cells[0]),
                        TreeMap::new,
                        Collectors.mapping(cells -> new Labelled(cells[1], cells[2]), Collectors.toList())));
    }

    private static Party party(String name) {
        return new Party(name, List.of(), List.of());
    }
}
