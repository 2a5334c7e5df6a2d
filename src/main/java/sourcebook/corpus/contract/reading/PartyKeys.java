package sourcebook.corpus.contract.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import sourcebook.model.contract.Value;
import sourcebook.text.Names;
import sourcebook.text.party.PartyKey;

/**
 * Gives the parties of one corpus their keys. A company's number says more than its name: two names with one number are
 * one party, under the key of the first that was met. For one thread.
 */
public final class PartyKeys {
    /** Registers whose numbers tell companies and charities apart: https://org-id.guide. */
    private static final Set<String> REGISTERS = Set.of("GB-COH", "GB-CHC", "GB-SC", "GB-NIC");

    private final Names names;
    private final Map<String, String> keyOfNumber = new HashMap<>();

    public PartyKeys(Names names) {
        this.names = names;
    }

    public Value.Named named(String name) {
        return new Value.Named(name, PartyKey.of(name, names));
    }

    /** A party with the identifier that a release gives for it. */
    public Value.Named named(String name, JsonNode identifier) {
        String key = PartyKey.of(name, names);
        String scheme = Json.text(identifier, "scheme").orElse("");
        String number = Json.text(identifier, "id").orElse("");
        if (!REGISTERS.contains(scheme)
                || number.isEmpty()
                || PartyKey.listed(name, names).isPresent()) {
            return new Value.Named(name, key);
        }
        String known = keyOfNumber.putIfAbsent(scheme + " " + number, key);
        return new Value.Named(name, known == null ? key : known);
    }
}
