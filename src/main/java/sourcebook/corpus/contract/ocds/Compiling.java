package sourcebook.corpus.contract.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sourcebook.corpus.contract.reading.Json;
import sourcebook.corpus.contract.reading.PartyKeys;
import sourcebook.model.Fact;
import sourcebook.model.PartialDate;
import sourcebook.model.Problem;
import sourcebook.model.contract.Contract;

/**
 * Makes contracts of the releases of one process: one for each award, or one where there is none. The releases are merged
 * one after the other, and what a release changed is kept as it was before, with the day on which it was replaced.
 */
public final class Compiling {
    private static final int MAX_TITLE = 300;

    private final String ocid;
    private final PartyKeys parties;
    private final Map<String, List<Fact>> byContract = new LinkedHashMap<>();

    private Compiling(String ocid, PartyKeys parties) {
        this.ocid = ocid;
        this.parties = parties;
    }

    /** The contracts of a process; what is wrong with its releases taken together is told. */
    public static List<Contract> contracts(
            String ocid, List<Piece> pieces, PartyKeys parties, Consumer<Problem> problems) {
        return new Compiling(ocid, parties).compile(inOrder(once(pieces, problems)));
    }

    /** Each release once, by its id; one that differs from the first of its id is told. */
    private static List<Piece> once(List<Piece> pieces, Consumer<Problem> problems) {
        Map<String, Piece> byId = new HashMap<>();
        List<Piece> once = new ArrayList<>();
        for (Piece piece : pieces) {
            Piece first = piece.id().isEmpty() ? null : byId.putIfAbsent(piece.id(), piece);
            if (first == null) {
                once.add(piece);
            } else if (!first.json().equals(piece.json())) {
                problems.accept(Problem.error(
                        piece.file(),
                        0,
                        piece.path() + ": the release id " + piece.id() + " is taken already, by another release in "
                                + first.file() + " at " + first.path() + "; this one is left out"));
            }
        }
        return once;
    }

    private static List<Piece> inOrder(List<Piece> pieces) {
        return pieces.stream().sorted(Comparator.comparing(Piece::date)).toList();
    }

    private List<Contract> compile(List<Piece> pieces) {
        ObjectNode last = Json.MAPPER.createObjectNode();
        pieces.forEach(piece -> Merging.into(last, piece.json()));
        int awards = awards(last);
        ObjectNode process = Json.MAPPER.createObjectNode();
        for (Piece piece : pieces) {
            Merging.into(process, piece.json());
            for (int award = 0; award < Math.max(1, awards(process)); award++) {
                String id = id(process, award, awards > 1);
                Fact.Subject subject =
                        new Fact.Subject(id, OcdsFacts.buyer(process).orElse(null), title(process, award, ocid));
                follow(byContract.computeIfAbsent(id, key -> new ArrayList<>()), subject, piece, process, award);
            }
        }
        return assemble(last, awards);
    }

    private static int awards(ObjectNode process) {
        return process.path("awards").isArray() ? process.path("awards").size() : 0;
    }

    /** Before there is an award, what is known stands under the first that comes. */
    private String id(ObjectNode process, int award, boolean several) {
        if (!several) {
            return ocid;
        }
        String own = Json.text(process.path("awards").path(award), "id").orElse(Integer.toString(award));
        return awards(process) == 0 ? ocid : ocid + "/" + own;
    }

    /** Adds what the release states anew, and closes what it no longer states. */
    private void follow(List<Fact> known, Fact.Subject subject, Piece piece, ObjectNode process, int award) {
        List<Fact> now = OcdsFacts.of(process, piece, parties, subject, award);
        PartialDate on = Json.date(piece.date()).orElse(null);
        int earlier = known.size();
        for (int i = 0; i < earlier; i++) {
            Fact before = known.get(i);
            if (before.held().stands() && now.stream().noneMatch(fact -> same(fact, before)) && on != null) {
                known.set(i, before.replaced(on));
            }
        }
        for (Fact fact : now) {
            if (known.subList(0, earlier).stream()
                    .noneMatch(before -> before.held().stands() && same(fact, before))) {
                known.add(fact);
            }
        }
    }

    private static boolean same(Fact one, Fact other) {
        return one.predicate() == other.predicate() && one.value().equals(other.value());
    }

    private List<Contract> assemble(ObjectNode last, int awards) {
        List<Contract> contracts = new ArrayList<>();
        for (int award = 0; award < Math.max(1, awards); award++) {
            String id = id(last, award, awards > 1);
            List<Fact> facts = byContract.getOrDefault(id, List.of());
            contracts.add(new Contract(
                    id,
                    title(last, award, ocid),
                    Json.text(last.path("tender"), "description")
                            .or(() -> Json.text(last.path("awards").path(0), "description"))
                            .orElse(null),
                    facts));
        }
        return contracts;
    }

    /** The tender's title, the award's, the contract's, the beginning of a description, or else the id. */
    static String title(JsonNode process, int award, String ocid) {
        JsonNode own = process.path("awards").path(award);
        Optional<String> title = Json.text(process.path("tender"), "title")
                .or(() -> Json.text(own, "title"))
                .or(() -> Json.text(process.path("contracts").path(0), "title"))
                .or(() -> Json.text(process, "title"))
                .or(() -> Json.text(process.path("tender"), "description"))
                .or(() -> Json.text(own, "description"));
        String whole = title.orElse(ocid).replaceAll("\\s+", " ");
        return whole.length() <= MAX_TITLE
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, MAX_TITLE / 2)) + "…";
    }
}
