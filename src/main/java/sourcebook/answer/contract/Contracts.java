package sourcebook.answer.contract;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sourcebook.answer.Answering;
import sourcebook.index.Lease;
import sourcebook.index.contract.ContractSearch;
import sourcebook.model.Fact;
import sourcebook.model.audience.Clearance;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.ContractQuery;
import sourcebook.model.contract.ContractQuery.With;
import sourcebook.model.contract.Listing;
import sourcebook.question.contract.ListQuestion;

/**
 * The contracts of the generation that is served, as an asker may see them: takes a lease for each call. Safe for many
 * threads. Every method throws {@link IOException} before the first index is served.
 */
public final class Contracts {
    private final Answering.Leases leases;

    public Contracts(Answering.Leases leases) {
        this.leases = leases;
    }

    /** Whether there is any contract. */
    public boolean empty(Clearance clearance) throws IOException {
        return from(clearance, ContractSearch::empty);
    }

    /**
     * A page of a list, as a question or the words after {@code contracts} ask for it.
     *
     * @param today the day on which "next year" is said
     */
    public Listing list(String typed, LocalDate today, Clearance clearance) throws IOException {
        try (Lease lease = lease(clearance)) {
            return Listings.of(ListQuestion.read(typed, lease.names(), today), lease.contracts());
        }
    }

    /** The first contracts of a list, whatever its page, such as for a table to take away. */
    public List<Contract> first(String typed, LocalDate today, int most, Clearance clearance) throws IOException {
        try (Lease lease = lease(clearance)) {
            return lease.contracts()
                    .first(ListQuestion.read(typed, lease.names(), today).query(), most);
        }
    }

    public Optional<Contract> contract(String id, Clearance clearance) throws IOException {
        return from(clearance, search -> search.contract(id));
    }

    /** A page of the contracts that a party buys or supplies under, by the party's key. */
    public Listing ofParty(String key, int page, Clearance clearance) throws IOException {
        ContractQuery query =
                new ContractQuery(List.of(new With(key, List.of(key))), ContractQuery.Sort.ENDS, true, page);
        return from(clearance, search -> search.list(query));
    }

    /** What is known of a party by itself, such as who owns it, under any of its names. */
    public List<Fact> about(List<String> names, Clearance clearance) throws IOException {
        return from(clearance, search -> search.ofParty(names));
    }

    /** The parties that are written in more than one way, by their keys, with all spellings. */
    public Map<String, List<String>> merged() throws IOException {
        try (Lease lease = lease(Clearance.EVERYTHING)) {
            return lease.mergedParties();
        }
    }

    private interface Asking<T> {
        T ask(ContractSearch search) throws IOException;
    }

    private <T> T from(Clearance clearance, Asking<T> asking) throws IOException {
        try (Lease lease = lease(clearance)) {
            return asking.ask(lease.contracts());
        }
    }

    private Lease lease(Clearance clearance) throws IOException {
        return leases.lease()
                .orElseThrow(() -> new IOException("the first index is still being built; ask again in a moment"))
                .seenBy(clearance);
    }
}
