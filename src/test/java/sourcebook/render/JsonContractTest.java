package sourcebook.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sourcebook.model.Answer;
import sourcebook.model.Evidence;
import sourcebook.model.Reply;

/** Programs read the line: its fields, their order and their types stay. */
final class JsonContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Reply> replies() {
        return List.copyOf(Samples.all().values());
    }

    @ParameterizedTest
    @MethodSource("replies")
    void everyLineHasTheSameFieldsInTheSameOrder(Reply reply) throws Exception {
        String line = new JsonAnswer(Samples.LINKS).render("q1", reply);

        assertThat(line).doesNotContain("\n", "\r");
        JsonNode json = JSON.readTree(line);
        List<String> fields = new ArrayList<>(fields(json));
        boolean nearest = fields.remove("nearest");
        assertThat(nearest)
                .isEqualTo(reply.answer() instanceof Answer.NotFound no
                        && !no.closest().isEmpty());
        assertThat(fields)
                .containsExactly(
                        "id",
                        "question",
                        "outcome",
                        "headline",
                        "confidence",
                        "evidence",
                        "next",
                        "generation",
                        "millis");
    }

    @Test
    void aQuoteHasTheSameFieldsInTheSameOrder() throws Exception {
        JsonNode json = JSON.readTree(new JsonAnswer(Samples.LINKS).render("q1", Samples.several()));

        for (JsonNode quote : json.path("evidence")) {
            assertThat(fields(quote))
                    .containsExactly(
                            "type",
                            "article",
                            "title",
                            "author",
                            "publisher",
                            "url",
                            "published",
                            "speaker",
                            "text",
                            "start",
                            "end",
                            "link",
                            "score");
        }
    }

    @Test
    void aFactHasTheSameFieldsInTheSameOrder() throws Exception {
        List<String> inCommon =
                List.of("predicate", "value", "unit", "basis", "validFrom", "validTo", "recordedOn", "text");
        Reply reply = Samples.reply("who owns it?", Samples.owner());

        JsonNode json = JSON.readTree(new JsonAnswer(Samples.LINKS).render("q1", reply));

        assertThat(json.path("headline").asText()).isEqualTo("75 %");
        List<String> said = new ArrayList<>(List.of("type", "contract", "party"));
        said.addAll(inCommon);
        List<String> noticed = new ArrayList<>(said);
        said.addAll(List.of("article", "start", "end", "link", "score"));
        noticed.addAll(List.of("notice", "start", "end", "link", "score"));
        assertThat(fields(json.at("/evidence/0"))).isEqualTo(said);
        assertThat(fields(json.at("/evidence/1"))).isEqualTo(noticed);
    }

    @Test
    void whatASourceDoesNotStateIsNull() throws Exception {
        JsonNode quote = JSON.readTree(new JsonAnswer(Samples.LINKS).render("q1", Samples.several()))
                .at("/evidence/1");

        for (String field : List.of("author", "publisher", "url", "published", "speaker")) {
            assertThat(quote.path(field).isNull()).as(field).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("replies")
    void theTextIsWhatStandsAtItsPlace(Reply reply) throws Exception {
        JsonNode json = JSON.readTree(new JsonAnswer(Samples.LINKS).render("q1", reply));

        List<String> expected = new ArrayList<>();
        if (reply.answer() instanceof Answer.Found found) {
            for (Evidence evidence : found.evidence()) {
                expected.add(evidence.text());
            }
        }
        assertThat(json.path("evidence").findValuesAsText("text")).isEqualTo(expected);
        json.path("evidence")
                .valueStream()
                .filter(evidence -> evidence.has("article"))
                .forEach(quote -> assertThat(
                                quote.path("end").asInt() - quote.path("start").asInt())
                        .isEqualTo(quote.path("text").asText().length()));
    }

    private static List<String> fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
