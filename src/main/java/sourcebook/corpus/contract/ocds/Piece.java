package sourcebook.corpus.contract.ocds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.contract.reading.Json;

/**
 * A release as it was published.
 *
 * @param file the corpus file it stands in
 * @param path where it stands in the file, as a JSON pointer
 * @param publisher who published the package, null where it does not say
 */
public record Piece(String file, String path, @Nullable String publisher, ObjectNode json) {
    public String ocid() {
        return json.path("ocid").asText();
    }

    /** The release's id, empty where it has none. */
    public String id() {
        return Json.text(json, "id").orElse("");
    }

    public String date() {
        return Json.text(json, "date").orElse("");
    }
}
