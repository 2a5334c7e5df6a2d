package sourcebook.corpus.contract.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.contract.reading.Json;

/**
 * Merges releases of one process by the rules of OCDS 1.1 (https://standard.open-contracting.org/1.1/en/schema/merging/):
 * what a later release states replaces what was there, null takes it away, objects are merged field by field, and lists
 * of objects with ids of their own are merged by their ids; any other list is replaced whole.
 */
final class Merging {
    private static final Set<String> NOT_MERGED = Set.of("id", "date", "tag");
    /** Lists that the standard's schema marks as replaced whole. */
    private static final Set<String> WHOLE = Set.of("additionalClassifications", "additionalIdentifiers", "changes");

    private Merging() {}

    /** Merges a later release into the process as it was, which is changed. */
    static void into(ObjectNode process, ObjectNode release) {
        fields(process, release, NOT_MERGED);
    }

    private static void fields(ObjectNode merged, ObjectNode later, Set<String> without) {
        for (Map.Entry<String, JsonNode> field : List.copyOf(later.properties())) {
            if (!without.contains(field.getKey())) {
                field(merged, field.getKey(), field.getValue());
            }
        }
    }

    private static void field(ObjectNode merged, String name, JsonNode later) {
        JsonNode before = merged.path(name);
        if (later.isNull()) {
            merged.remove(name);
        } else if (later instanceof ObjectNode object) {
            ObjectNode target = before instanceof ObjectNode known ? known : merged.putObject(name);
            fields(target, object, Set.of());
        } else if (later instanceof ArrayNode list && byId(name, list)) {
            byId(before instanceof ArrayNode known && byId(name, known) ? known : merged.putArray(name), list);
        } else {
            merged.set(name, later.deepCopy());
        }
    }

    private static boolean byId(String name, ArrayNode list) {
        if (WHOLE.contains(name) || list.isEmpty()) {
            return false;
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode entry : list) {
            if (!entry.isObject()
                    || Json.text(entry, "id").isEmpty()
                    || !ids.add(entry.path("id").asText())) {
                return false;
            }
        }
        return true;
    }

    private static void byId(ArrayNode merged, ArrayNode later) {
        for (JsonNode entry : later) {
            String id = entry.path("id").asText();
            ObjectNode same = find(merged, id);
            if (same == null) {
                same = merged.addObject();
            }
            fields(same, (ObjectNode) entry, Set.of());
        }
    }

    private static @Nullable ObjectNode find(ArrayNode list, String id) {
        for (Iterator<JsonNode> each = list.elements(); each.hasNext(); ) {
            if (each.next() instanceof ObjectNode object
                    && object.path("id").asText().equals(id)) {
                return object;
            }
        }
        return null;
    }
}
