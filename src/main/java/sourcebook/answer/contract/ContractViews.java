package sourcebook.answer.contract;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sourcebook.answer.Answering;
import sourcebook.index.Lease;
import sourcebook.index.contract.ContractSearch;
import sourcebook.model.Citation;
import sourcebook.model.Fact;
import sourcebook.model.Party;
import sourcebook.model.audience.Clearance;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.ContractQuery;
import sourcebook.model.contract.ContractQuery.Between;
import sourcebook.model.contract.ContractQuery.Condition;
import sourcebook.model.contract.ContractQuery.Of;
import sourcebook.model.contract.ContractQuery.Sort;
import sourcebook.model.contract.Listing;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Value;

/**
 * What pages show of contracts and parties, each page from one generation. Safe for many threads.
 *
 * <p>Every method throws {@link IOException} before the first index is served.
 */
public final class ContractViews {
    /** No page gathers more contracts than this. */
    public static final int MOST = 1_000;

    private static final int MOST_MENTIONS = 20;

    private final Answering.Leases leases;
    private final Clearance eyes;

    public ContractViews(Answering.Leases leases, Clearance eyes) {
        this.leases = leases;
        this.eyes = eyes;
    }

    /**
     * A contract.
     *
     * @param notices where sources disagree, differ in their basis, or say the same in other words; whole sentences
     * @param mentions articles that name a buyer and a supplier of it in one passage
     */
    public record Seen(Contract contract, List<String> notices, List<Citation> mentions) {
        public Seen {
            notices = List.copyOf(notices);
            mentions = List.copyOf(mentions);
        }
    }

    /**
     * A party.
     *
     * @param otherNames as {@code names.csv} lists them and as the contracts spell it
     * @param owners who has owned it, past owners too
     */
    public record SeenParty(
            String name, List<String> otherNames, List<Contract> buys, List<Contract> supplies, List<Fact> owners) {
        public SeenParty {
            otherNames = List.copyOf(otherNames);
            buys = List.copyOf(buys);
            supplies = List.copyOf(supplies);
            owners = List.copyOf(owners);
        }
    }

    /**
     * Contracts that a query finds.
     *
     * @param contracts no more than {@link #MOST}
     * @param count how many there are
     */
    public record Gathered(List<Contract> contracts, int count) {
        public Gathered {
            contracts = List.copyOf(contracts);
        }
    }

    public Optional<Seen> contract(String id) throws IOException {
        try (Lease lease = lease()) {
            Optional<Contract> contract = lease.contracts().contract(id);
            return contract.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Seen(contract.get(), notices(contract.get()), mentions(contract.get(), lease)));
        }
    }

    /** What the sources of a contract differ in, each sentence with the name of what it is about. */
    private static List<String> notices(Contract contract) {
        List<String> notices = new ArrayList<>();
        for (Predicate predicate : Predicate.values()) {
            for (String notice : Weighing.notices(Weighing.inOrder(contract.standing(predicate)))) {
                String label = predicate.label();
                notices.add(Character.toUpperCase(label.charAt(0)) + label.substring(1) + ": " + notice);
            }
        }
        return notices;
    }

    /** The party of that key; empty where neither {@code names.csv} nor any contract has it. */
    public Optional<SeenParty> party(String key) throws IOException {
        try (Lease lease = lease()) {
            ContractSearch search = lease.contracts();
            Optional<Party> listed = lease.names().parties().stream()
                    .filter(party -> party.key().equals(key))
                    .findFirst();
            List<Contract> buys = of(Predicate.BUYER, key, search);
            List<Contract> supplies = of(Predicate.SUPPLIER, key, search);
            Set<String> names = new LinkedHashSet<>();
            listed.ifPresent(party -> {
                names.add(party.name());
                names.addAll(party.otherNames());
            });
            buys.forEach(contract -> names.addAll(spelt(contract, Predicate.BUYER, key)));
            supplies.forEach(contract -> names.addAll(spelt(contract, Predicate.SUPPLIER, key)));
            if (names.isEmpty()) {
                return Optional.empty();
            }
            List<String> all = List.copyOf(names);
            return Optional.of(
                    new SeenParty(all.getFirst(), all.subList(1, all.size()), buys, supplies, owners(names, search)));
        }
    }

    /** Contracts whose stated end lies between two days, both included, those that end first first. */
    public Gathered ending(LocalDate from, LocalDate to) throws IOException {
        try (Lease lease = lease()) {
            return all(query(new Between(Predicate.END, from, to), Sort.ENDS), lease.contracts());
        }
    }

    private static List<Citation> mentions(Contract contract, Lease lease) throws IOException {
        List<List<String>> parties = new ArrayList<>();
        for (Predicate role : List.of(Predicate.BUYER, Predicate.SUPPLIER)) {
            List<String> keys = contract.standing(role).stream()
                    .map(ContractViews::key)
                    .filter(key -> !key.isEmpty())
                    .toList();
            if (!keys.isEmpty()) {
                parties.add(keys);
            }
        }
        return parties.size() < 2 ? List.of() : lease.naming(parties, MOST_MENTIONS);
    }

    private static List<Contract> of(Predicate role, String key, ContractSearch search) throws IOException {
        return all(query(new Of(role, key, List.of(key)), Sort.ENDS), search).contracts;
    }

    private static ContractQuery query(Condition condition, Sort sort) {
        return new ContractQuery(List.of(condition), sort, false, 0);
    }

    /** All pages of a query, up to the most that a page gathers. */
    static Gathered all(ContractQuery query, ContractSearch search) throws IOException {
        List<Contract> all = new ArrayList<>();
        Listing page = search.list(query);
        int count = page.count();
        while (!page.rows().isEmpty() && all.size() + page.rows().size() <= MOST) {
            all.addAll(page.rows());
            page = search.list(query.at(page.query().page() + 1));
        }
        return new Gathered(all, count);
    }

    private static List<Fact> owners(Set<String> names, ContractSearch search) throws IOException {
        return search.ofParty(names).stream()
                .filter(fact -> fact.predicate() == Predicate.OWNER)
                .toList();
    }

    private static List<String> spelt(Contract contract, Predicate role, String key) {
        return contract.standing(role).stream()
                .filter(fact -> key(fact).equals(key))
                .map(fact -> fact.value().figure())
                .toList();
    }

    private static String key(Fact fact) {
        return fact.value() instanceof Value.Named named ? named.party() : "";
    }

    private Lease lease() throws IOException {
        return leases.lease()
                .orElseThrow(() -> new IOException("the first index is still being built"))
                .seenBy(eyes);
    }
}
