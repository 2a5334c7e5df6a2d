package sourcebook.corpus.contract.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sourcebook.corpus.contract.reading.Faults;
import sourcebook.corpus.contract.reading.Json;

/** Notes what of a release cannot be read as the standard has it: kept in the release, and not made a fact of. */
final class ReleaseCheck {
    private static final Set<String> KNOWN = Set.of(
            "ocid",
            "id",
            "date",
            "tag",
            "initiationType",
            "parties",
            "buyer",
            "planning",
            "tender",
            "awards",
            "contracts",
            "language",
            "relatedProcesses",
            "version",
            "publisher",
            "uri",
            "publishedDate",
            "license",
            "publicationPolicy",
            "extensions",
            "links",
            "bids",
            "description",
            "title");
    private static final Set<String> AMOUNTS = Set.of("value", "minValue", "maxValue");
    private static final Map<String, List<String>> PERIODS = Map.of(
            "contractPeriod", List.of("startDate", "endDate", "maxExtentDate"),
            "period", List.of("startDate", "endDate", "maxExtentDate"),
            "tenderPeriod", List.of("startDate", "endDate"));

    private final Faults faults;
    /** What such a release leaves out may stand in an earlier one. */
    private final boolean amendment;

    private ReleaseCheck(Faults faults, boolean amendment) {
        this.faults = faults;
        this.amendment = amendment;
    }

    static void check(ObjectNode release, String at, Faults faults) {
        boolean amendment = release.path("tag")
                .valueStream()
                .map(JsonNode::asText)
                .anyMatch(tag -> tag.endsWith("Update") || tag.endsWith("Amendment"));
        new ReleaseCheck(faults, amendment).release(release, at);
    }

    private void release(ObjectNode release, String at) {
        if (Json.text(release, "id").isEmpty()) {
            faults.odd(at + "/id", "the release has no id; it is told by its ocid and date");
        }
        date(release, "date", at);
        List<String> unknown = new ArrayList<>();
        release.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            faults.odd(at, "fields that are not of the standard are not read: " + String.join(", ", unknown));
        }
        object(release.path("tender"), at + "/tender");
        objects(release, "awards", at);
        objects(release, "contracts", at);
    }

    private void objects(JsonNode release, String name, String at) {
        JsonNode list = release.path(name);
        if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
            faults.odd(at + "/" + name, "expected a list; it is not read");
        }
        Set<String> ids = new java.util.HashSet<>();
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            String place = at + "/" + name + "/" + i;
            String id = Json.text(list.get(i), "id").orElse("");
            if (id.isEmpty()) {
                faults.odd(place + "/id", "one of the " + name + " has no id");
            } else if (!ids.add(id)) {
                faults.odd(place + "/id", "two of the " + name + " have the same id; they are taken for one");
            }
            object(list.get(i), place);
        }
    }

    private void object(JsonNode object, String at) {
        if (object.isMissingNode() || object.isNull()) {
            return;
        }
        if (!object.isObject()) {
            faults.odd(at, "expected an object; it is not read");
            return;
        }
        AMOUNTS.forEach(name -> amount(object.path(name), at + "/" + name));
        PERIODS.forEach((name, dates) -> dates.forEach(date -> date(object.path(name), date, at + "/" + name)));
        date(object, "date", at);
        date(object, "dateSigned", at);
    }

    private void amount(JsonNode value, String at) {
        JsonNode amount = value.path("amount");
        if (amount.isMissingNode() || amount.isNull()) {
            return;
        }
        if (Json.number(amount).isEmpty()) {
            faults.odd(at + "/amount", "the amount is not a number; it is not read");
        } else if (amount.isTextual()) {
            faults.odd(at + "/amount", "the amount is a number written as text");
        }
        String currency = Json.text(value, "currency").orElse("");
        if (!(amendment && currency.isEmpty()) && !currency.matches("[A-Z]{3}")) {
            faults.odd(
                    at + "/currency",
                    currency.isEmpty()
                            ? "the amount has no currency; it is shown without one and added to nothing"
                            : "the currency is not one of ISO 4217; the amount is shown without one and added to"
                                    + " nothing");
        }
    }

    private void date(JsonNode object, String name, String at) {
        JsonNode date = object.path(name);
        if (date.isMissingNode()
                || date.isNull()
                || date.isTextual() && date.asText().isBlank()) {
            return;
        }
        if (!date.isTextual() || Json.date(date.asText()).isEmpty()) {
            faults.odd(at + "/" + name, "not a date such as 2026-07-14T00:00:00Z; it is not read");
        }
    }
}
