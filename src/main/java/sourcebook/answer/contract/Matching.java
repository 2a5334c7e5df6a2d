package sourcebook.answer.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.index.contract.ContractSearch;
import sourcebook.model.Party;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Value;
import sourcebook.question.contract.Asking;
import sourcebook.text.Mention;
import sourcebook.text.party.PartyKey;

/**
 * Decides which contracts a question is about: those that have its words, weighed by how rare they are, and every party
 * that it names. A contract that is merely near is none.
 */
final class Matching {
    /** Contracts looked at. */
    private static final int LOOKED_AT = 25;

    /** So much of what a question says must be in the contract. */
    private static final double COVERED = 0.8;
    /** Every word of the question is in the contract. */
    private static final double ALL_OF_IT = 0.999;
    /** So much of a title must be in the question, where no two parties say which contract is meant. */
    private static final double TITLE = 0.5;

    /** A named party counts as much as a rare word. */
    private static final double PARTY = 6;

    private static final double EQUAL = 1e-6;
    /** A word with a capital that does not begin the question. */
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{L}\\p{N},’'\")(]\\s{1,3})\\p{Lu}[\\p{L}\\p{N}]+");

    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}£]+");

    private final ContractSearch search;
    private final String about;
    private final @Nullable String title;
    private final List<Mention> mentions;

    /**
     * A contract that the question is about.
     *
     * @param exact whether the question gives its title in full
     */
    record Match(Contract contract, double fit, boolean exact) {}

    private Matching(ContractSearch search, String about, @Nullable String title, List<Mention> mentions) {
        this.search = search;
        this.about = about;
        this.title = title;
        this.mentions = mentions;
    }

    /**
     * The contracts that a question is about, those alone that fit best.
     *
     * @param title what stands in quotation marks, or null
     * @param mentions the parties that {@code about} names
     */
    static List<Match> find(ContractSearch search, String about, @Nullable String title, List<Mention> mentions)
            throws IOException {
        return new Matching(search, about, title, mentions).find();
    }

    private List<Match> find() throws IOException {
        List<Match> matches = new ArrayList<>();
        for (ContractSearch.Hit hit : search.find(about, keys(), LOOKED_AT)) {
            Match match = match(hit.contract());
            if (match.fit > 0) {
                matches.add(match);
            }
        }
        double best = matches.stream().mapToDouble(Match::fit).max().orElse(0);
        return matches.stream()
                .filter(match -> match.fit > best - EQUAL)
                .sorted(Comparator.comparing(match -> match.contract().id()))
                .toList();
    }

    private List<String> keys() {
        return mentions.stream()
                .flatMap(mention -> mention.parties().stream())
                .map(Party::key)
                .distinct()
                .toList();
    }

    private Match match(Contract contract) throws IOException {
        Set<String> parties = new HashSet<>();
        for (Predicate role : List.of(Predicate.BUYER, Predicate.SUPPLIER)) {
            contract.parties(role).stream().map(Value.Named::party).forEach(parties::add);
        }
        Set<String> titleTerms = terms(contract.title());
        Set<String> has = new HashSet<>(titleTerms);
        List.of(Predicate.BUYER, Predicate.SUPPLIER)
                .forEach(role -> contract.parties(role).forEach(named -> has.addAll(terms(named.name()))));

        boolean exact = title != null && key(title).equals(key(contract.title()));
        if (title != null && !exact) {
            return new Match(contract, quotedInPart(contract) ? 1 : 0, false);
        }
        double covered = covered(has, parties);
        double titled = titled(titleTerms);
        int named = (int)
                mentions.stream().filter(mention -> names(mention, parties)).count();
        boolean theirs = mentions.stream().allMatch(mention -> ofContract(mention, parties, has));
        boolean whole = theirs && contains(about, contract.title());
        boolean meant =
                theirs && (covered >= COVERED && (named >= 2 || titled >= TITLE) || covered > ALL_OF_IT && named == 1);
        if (!meant && !(exact || whole) || !ofNobodyElse(has)) {
            return new Match(contract, 0, false);
        }
        boolean verbatim = exact && title != null && contract.title().equalsIgnoreCase(title.strip());
        double fit = (exact ? 10 : 0) + (verbatim ? 1 : 0) + (whole ? 1 : 0) + covered + titled;
        return new Match(contract, fit, exact || whole);
    }

    /** A quoted title that is long enough to be told by a part. */
    private boolean quotedInPart(Contract contract) {
        String quoted = key(title == null ? "" : title);
        return quoted.length() >= 20 && key(contract.title()).contains(quoted);
    }

    private static boolean contains(String text, String title) {
        String key = key(title);
        return key.length() >= 8 && key.indexOf(' ') > 0 && (" " + key(text) + " ").contains(" " + key + " ");
    }

    private static boolean names(Mention mention, Set<String> parties) {
        return mention.parties().stream().anyMatch(party -> parties.contains(party.key()));
    }

    private boolean ofContract(Mention mention, Set<String> parties, Set<String> has) {
        return names(mention, parties) || has.containsAll(terms(mention.span().in(about)));
    }

    private double covered(Set<String> has, Set<String> parties) throws IOException {
        double all = 0;
        double covered = 0;
        for (Mention mention : mentions) {
            all += PARTY;
            covered += ofContract(mention, parties, has) ? PARTY : 0;
        }
        for (String term : terms(words(unnamed()))) {
            double weight = search.weight(term);
            all += weight;
            covered += has.contains(term) ? weight : 0;
        }
        return all == 0 ? 0 : covered / all;
    }

    private double titled(Set<String> titleTerms) throws IOException {
        Set<String> asked = terms(about);
        double all = 0;
        double shared = 0;
        for (String term : titleTerms) {
            double weight = search.weight(term);
            all += weight;
            shared += asked.contains(term) ? weight : 0;
        }
        return all == 0 ? 0 : shared / all;
    }

    /** Whether the contract has every name that the question writes, for it may speak of somebody else's. */
    private boolean ofNobodyElse(Set<String> has) {
        return NAME.matcher(unnamed())
                .results()
                .map(MatchResult::group)
                .filter(word -> !Asking.isOfAsking(word.toLowerCase(Locale.ROOT)))
                .allMatch(word -> has.containsAll(terms(word)));
    }

    /** The question without the names that are known. */
    private String unnamed() {
        StringBuilder text = new StringBuilder(about);
        for (Mention mention : mentions.reversed()) {
            text.replace(mention.span().start(), mention.span().end(), " ");
        }
        return text.toString();
    }

    /** Without the words of asking. */
    private static String words(String text) {
        return String.join(
                " ",
                Arrays.stream(WORD.split(text.toLowerCase(Locale.ROOT)))
                        .filter(word -> !Asking.isOfAsking(word))
                        .toList());
    }

    private static Set<String> terms(String text) {
        Set<String> terms = new HashSet<>(ContractSearch.terms(text));
        terms.removeIf(term -> term.chars().noneMatch(Character::isLetterOrDigit));
        return terms;
    }

    private static String key(String text) {
        return PartyKey.folded(text);
    }
}
