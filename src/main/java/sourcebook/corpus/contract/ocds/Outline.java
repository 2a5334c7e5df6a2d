package sourcebook.corpus.contract.ocds;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.contract.reading.Faults;
import sourcebook.corpus.contract.reading.Json;

/**
 * What an object says of itself at its top level.
 *
 * @param publisher who published it, null where it does not say
 */
record Outline(Shape shape, @Nullable String publisher) {
    /** What an object is, by the fields it has. */
    enum Shape {
        PACKAGE,
        RECORD,
        RELEASE,
        OTHER
    }

    private static final Set<String> VERSIONS = Set.of("1.0", "1.1");

    /** What an object says as far as it can be read: whoever reads it for its contents meets the same fault and tells it. */
    static Outline read(JsonParser parser, Faults faults) throws IOException {
        Set<String> names = new HashSet<>();
        String[] publisher = new String[1];
        try {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                names.add(name);
                switch (name) {
                    case "publisher" -> publisher[0] = publisher(parser);
                    case "version" -> version(parser, faults);
                    default -> parser.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            return new Outline(shape(names), publisher[0]);
        }
        return new Outline(shape(names), publisher[0]);
    }

    private static Shape shape(Set<String> names) {
        if (names.contains("releases") && names.contains("ocid") || names.contains("compiledRelease")) {
            return Shape.RECORD;
        }
        if (names.contains("releases") || names.contains("records")) {
            return Shape.PACKAGE;
        }
        boolean release = names.contains("ocid") || names.contains("tender") || names.contains("awards");
        return release ? Shape.RELEASE : Shape.OTHER;
    }

    private static @Nullable String publisher(JsonParser parser) throws IOException {
        JsonNode publisher = Json.MAPPER.readTree(parser);
        return Json.text(publisher, "name").orElse(null);
    }

    private static void version(JsonParser parser, Faults faults) throws IOException {
        JsonNode version = Json.MAPPER.readTree(parser);
        if (!version.isTextual() || !VERSIONS.contains(version.asText())) {
            faults.odd("/version", "the version " + version + " is neither \"1.0\" nor \"1.1\"; read as 1.1");
        }
    }
}
