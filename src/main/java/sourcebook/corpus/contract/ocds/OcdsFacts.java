package sourcebook.corpus.contract.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.contract.reading.Json;
import sourcebook.corpus.contract.reading.PartyKeys;
import sourcebook.model.Fact;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Held;
import sourcebook.model.contract.Money;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Source;
import sourcebook.model.contract.Term;
import sourcebook.model.contract.Value;

/**
 * What one award of a process states, as the process stands after a release: each fact with the release's own words, which
 * are its fields and their values.
 */
final class OcdsFacts {
    /** An award that has come to nothing: what it says of supplier and value never came to be. */
    private static final Set<String> CAME_TO_NOTHING = Set.of("cancelled", "unsuccessful", "withdrawn");

    private final ObjectNode process;
    private final Piece release;
    private final PartyKeys parties;
    private final Fact.Subject subject;
    private final JsonNode award;
    private final String awardPath;
    private final List<Fact> facts = new ArrayList<>();

    private OcdsFacts(ObjectNode process, Piece release, PartyKeys parties, Fact.Subject subject, int award) {
        this.process = process;
        this.release = release;
        this.parties = parties;
        this.subject = subject;
        this.award = process.path("awards").path(award);
        this.awardPath = "awards/" + award;
    }

    /**
     * The facts of one award, or of the process where it has none.
     *
     * @param release the last release that the process has merged
     * @param award which of the process's awards
     */
    static List<Fact> of(ObjectNode process, Piece release, PartyKeys parties, Fact.Subject subject, int award) {
        OcdsFacts facts = new OcdsFacts(process, release, parties, subject, award);
        facts.read();
        return facts.facts;
    }

    /** The name of who buys, as the release gives it. */
    static Optional<String> buyer(JsonNode process) {
        return Json.text(process.path("buyer"), "name")
                .or(() -> process.path("parties")
                        .valueStream()
                        .filter(party -> party.path("roles")
                                .valueStream()
                                .anyMatch(role -> role.asText().equals("buyer")))
                        .flatMap(party -> Json.text(party, "name").stream())
                        .findFirst());
    }

    private void read() {
        buyer(process)
                .ifPresent(name -> add(
                        Predicate.BUYER,
                        parties.named(name, identifier(process.path("buyer"))),
                        Map.of("buyer/name", name)));
        words(Predicate.PROCEDURE, "tender", "procurementMethodDetails");
        day(Predicate.DEADLINE, process.path("tender").path("tenderPeriod"), "tender/tenderPeriod", "endDate");
        category();
        if (award.isObject()) {
            awarded();
        } else {
            words(Predicate.STATUS, "tender", "status");
            period(process.path("tender").path("contractPeriod"), "tender/contractPeriod");
        }
        amount("tender", process.path("tender"), "value", Basis.Kind.ESTIMATE);
        amount("tender", process.path("tender"), "minValue", Basis.Kind.MINIMUM);
    }

    private void awarded() {
        Json.text(award, "status")
                .ifPresent(status ->
                        add(Predicate.STATUS, new Value.Words(status), Map.of(awardPath + "/status", status)));
        if (CAME_TO_NOTHING.contains(award.path("status").asText())) {
            return;
        }
        JsonNode suppliers = award.path("suppliers");
        for (int i = 0; i < suppliers.size(); i++) {
            supplier(suppliers.get(i), awardPath + "/suppliers/" + i);
        }
        amount(awardPath, award, "value", Basis.Kind.AWARD);
        day(Predicate.AWARDED_ON, award, awardPath, "date");
        contract();
    }

    /** The contract's period goes before the award's, and that before the tender's: the later word is the nearer one. */
    private void contract() {
        JsonNode period = award.path("contractPeriod");
        String path = awardPath + "/contractPeriod";
        JsonNode contracts = process.path("contracts");
        for (int i = 0; i < contracts.size(); i++) {
            JsonNode contract = contracts.get(i);
            if (contract.path("awardID").asText().equals(award.path("id").asText())) {
                amount("contracts/" + i, contract, "value", Basis.Kind.CONTRACT);
                if (contract.path("period").isObject()) {
                    period = contract.path("period");
                    path = "contracts/" + i + "/period";
                }
            }
        }
        boolean none = !period.isObject();
        period(none ? process.path("tender").path("contractPeriod") : period, none ? "tender/contractPeriod" : path);
    }

    private void supplier(JsonNode supplier, String path) {
        Json.text(supplier, "name")
                .ifPresent(name -> add(
                        Predicate.SUPPLIER, parties.named(name, identifier(supplier)), Map.of(path + "/name", name)));
    }

    /** The identifier that stands in the reference itself (OCDS 1.0), or in the party that it refers to. */
    private JsonNode identifier(JsonNode reference) {
        if (reference.path("identifier").isObject()) {
            return reference.path("identifier");
        }
        String id = reference.path("id").asText();
        return process.path("parties")
                .valueStream()
                .filter(party -> !id.isEmpty() && party.path("id").asText().equals(id))
                .map(party -> party.path("identifier"))
                .findFirst()
                .orElse(reference.path("identifier"));
    }

    private void period(JsonNode period, String path) {
        day(Predicate.START, period, path, "startDate");
        day(Predicate.END, period, path, "endDate");
        day(Predicate.EXTENSION, period, path, "maxExtentDate");
        Json.number(period.path("durationInDays"))
                .filter(days -> days.signum() > 0 && days.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0)
                .ifPresent(days -> add(
                        Predicate.TERM,
                        new Value.Length(new Term(days.intValue(), Term.Unit.DAY, false)),
                        Map.of(path + "/durationInDays", days.toPlainString())));
    }

    private void category() {
        JsonNode tender = process.path("tender");
        Optional<String> own = cpv(tender.path("classification"));
        Optional<String> code = own.or(() -> tender.path("items")
                .valueStream()
                .flatMap(item -> cpv(item.path("classification"))
                        .or(() -> item.path("additionalClassifications")
                                .valueStream()
                                .flatMap(more -> cpv(more).stream())
                                .findFirst())
                        .stream())
                .findFirst());
        code.ifPresent(cpv -> add(
                Predicate.CATEGORY,
                new Value.Words(cpv),
                Map.of(own.isPresent() ? "tender/classification/id" : "tender/items/classification/id", cpv)));
    }

    private static Optional<String> cpv(JsonNode classification) {
        String scheme = classification.path("scheme").asText("CPV");
        return scheme.equals("CPV") ? Json.text(classification, "id") : Optional.empty();
    }

    private void words(Predicate predicate, String object, String name) {
        Json.text(process.path(object), name)
                .ifPresent(text -> add(predicate, new Value.Words(text), Map.of(object + "/" + name, text)));
    }

    private void day(Predicate predicate, JsonNode object, String path, String name) {
        Json.text(object, name)
                .ifPresent(text -> Json.date(text)
                        .ifPresent(date -> add(predicate, new Value.Day(date), Map.of(path + "/" + name, text))));
    }

    private void amount(String path, JsonNode object, String name, Basis.Kind kind) {
        JsonNode value = object.path(name);
        Json.number(value.path("amount")).ifPresent(amount -> {
            String currency = Json.text(value, "currency").orElse("");
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put(path + "/" + name + "/amount", value.path("amount").asText());
            if (!currency.isEmpty()) {
                fields.put(path + "/" + name + "/currency", currency);
            }
            Money money = new Money(amount, currency.matches("[A-Z]{3}") ? currency : null);
            add(Predicate.VALUE, new Value.Amount(money, Basis.of(kind)), fields);
        });
    }

    private void add(Predicate predicate, Value value, Map<String, String> fields) {
        String words = fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining(", "));
        Held held = Held.recorded(Json.date(release.date()).orElse(null));
        facts.add(new Fact(subject, predicate, value, held, notice(words), List.of(), 0));
    }

    private Source.Notice notice(String words) {
        String id = release.id().isEmpty() ? release.ocid() : release.id();
        return new Source.Notice(
                id,
                release.ocid(),
                words,
                release.publisher(),
                url(process, award),
                Json.date(release.date()).orElse(null));
    }

    /** Where the notice can be read: the award's own, the tender's, or else the first document that has an address. */
    static @Nullable String url(JsonNode process, JsonNode award) {
        List<JsonNode> documents = new ArrayList<>();
        award.path("documents").forEach(documents::add);
        process.path("tender").path("documents").forEach(documents::add);
        List<JsonNode> linked = documents.stream()
                .filter(document -> document.path("url").asText().matches("https?://.+"))
                .toList();
        return linked.stream()
                .filter(document -> document.path("documentType").asText().endsWith("Notice"))
                .findFirst()
                .or(() -> linked.stream().findFirst())
                .map(document -> document.path("url").asText())
                .orElse(null);
    }
}
