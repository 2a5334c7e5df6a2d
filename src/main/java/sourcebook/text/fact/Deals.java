package sourcebook.text.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sourcebook.model.Party;

/** Finds who bought from whom: the forms in which a clause says that two parties have a contract. */
final class Deals {
    /** A contract between two parties, and the words of the sentence that can state something of it alone. */
    record Deal(Party buyer, Party supplier, String about) {}

    private static final String NOUN = "(?:contract|deal|agreement)";
    private static final String CONTRACT =
            "(?i:an?|its|the|their) (?:[^\\s;:\uE000-\uE0FF]+ ){0,7}?" + NOUN + "\\b(?! (?:negotiations|talks|notice))";
    private static final String GAP = "[^;:\uE000-\uE0FF]{0,70}?";
    private static final String X = "(?<x>" + Marked.PARTY + ")";
    private static final String Y = "(?<y>" + Marked.PARTY + ")";
    private static final String AUX =
            "(?:,? )(?:(?:said|says|announced|confirmed) (?:that )?it )?(?:(?:has|had|have) )?";

    /** Who comes first is the buyer. */
    private static final List<Pattern> BUYER_FIRST = patterns(
            X + AUX + "(?:awarded|gave|handed|granted|let) " + Y + " " + CONTRACT,
            X + AUX + "(?:awarded|gave|handed|granted|let) " + CONTRACT + GAP + " to " + Y,
            X + AUX + "(?:outsourced|contracted out|handed|handed over) (?:its|the) " + GAP + " to " + Y,
            X + AUX + "(?:appointed|chose|selected|picked) " + Y + GAP + " (?:under|for|on) " + CONTRACT,
            X + AUX + "(?:transferred|moved) [\\d,]+ (?:posts|staff|jobs|employees|workers|people) to " + Y,
            X + AUX + "bought " + GAP + " from " + Y + " under " + CONTRACT,
            X + AUX + "paid " + Y + " " + GAP + "under " + CONTRACT,
            CONTRACT + GAP + " (?:was|were|has been|had been) (?:awarded|given|let|handed) by " + X + " to " + Y,
            "[\\d,]+ (?:posts|staff|jobs|employees|workers|people) at " + X + " (?:moved|transferred|passed) to " + Y);

    /** Who comes first is the supplier. */
    private static final List<Pattern> SUPPLIER_FIRST = patterns(
            X + AUX + "(?:won|secured|landed|clinched|gained) " + CONTRACT + GAP + " (?:from|with|by|of) " + Y,
            X + " (?:was|were|has been|had been) (?:awarded|given|handed|granted) " + CONTRACT + GAP + " by " + Y,
            X + " (?:was|were|has been|had been) paid " + GAP + " by " + Y + " under " + CONTRACT,
            CONTRACT + GAP + " (?:was|were|has been|had been) (?:awarded|given|let|handed) to " + X + " by " + Y,
            X + AUX + "replaced " + Marked.PARTY + " at " + Y);

    /** The order tells nothing: the public body of the two is the buyer. */
    private static final List<Pattern> EITHER = patterns(
            X + AUX + "(?:signed|entered into|concluded|agreed) " + CONTRACT + GAP + " with " + Y,
            X + AUX + "signed " + Y + " to " + CONTRACT,
            X + " and " + Y + AUX + "(?:signed|entered into|concluded|agreed) " + CONTRACT,
            NOUN + "\\b" + GAP + " (?:was|were|has been|had been) signed by " + X + " (?:and|with) " + Y,
            NOUN + " between " + X + " and " + Y,
            X + "'s? (?:[^\\s;:\uE000-\uE0FF]+ ){0,4}?" + NOUN + " with " + Y,
            X + AUX + "(?:started|began|renewed) its " + NOUN + " with " + Y,
            "Under (?:its|the|a) (?:[^\\s;:\uE000-\uE0FF]+ ){0,4}?" + NOUN + " with " + X + ", " + Y,
            X + AUX + "(?:cut|saved) " + GAP + " under (?:its|the) " + NOUN + " with " + Y,
            NOUN + " with " + X + " (?:has |had )?(?:saved|cost) " + Y,
            NOUN + " with " + X + " (?:has |had )?cut the costs of " + Y,
            X + " (?:runs|ran|provides|provided|manages|managed|operates|operated|feeds|fed|cleans|cleaned|supplies|"
                    + "supplied|delivers|delivered|took on|took over) " + GAP + " (?:of|for|from|at|to) " + Y
                    + GAP + " under " + CONTRACT,
            X + " has (?:provided|run|managed|operated|supplied|delivered) " + GAP + " (?:of|for|to|at) " + Y
                    + " since\\b",
            "^Since [^,;:\uE000-\uE0FF]{4,20},? " + X + " has (?:provided|run|managed|operated) " + GAP
                    + " (?:of|for|to|at) " + Y,
            X + AUX + "(?:took charge of|took over) " + GAP + " (?:of|for|from|at) " + Y + " from\\b");

    private static final Pattern PUBLIC =
            Pattern.compile("\\b(?:Council|Borough|Police|Constabulary|NHS|Trust|Ministry|"
                    + "Department|University|Authority|Agency|Commission|Commissioner|Office|Army|Revenue|Treasury|Organisation|"
                    + "Committee|Crime|Clinical|Prison)\\b");
    private static final Pattern COMPANY =
            Pattern.compile("\\b(?:Limited|Ltd|plc|LLP|Company|Companies|Business Services)\\b");
    private static final Pattern CLAUSE_END = Pattern.compile(";|, (?:and|but|while|whereas) (?=" + Marked.PARTY + AUX
            + "(?:was|were|won|awarded|gave|signed|let|handed|secured)\\b)");

    private final Marked sentence;

    Deals(Marked sentence) {
        this.sentence = sentence;
    }

    /** Every contract that the sentence tells of, once each. */
    List<Deal> find() {
        Map<List<Party>, Deal> deals = new LinkedHashMap<>();
        clauses().flatMap(this::inClause).forEach(deal -> deals.putIfAbsent(List.of(deal.buyer, deal.supplier), deal));
        return List.copyOf(deals.values());
    }

    private Stream<String> clauses() {
        return CLAUSE_END.splitAsStream(sentence.text());
    }

    private Stream<Deal> inClause(String clause) {
        List<Deal> deals = new ArrayList<>();
        BUYER_FIRST.forEach(pattern -> matches(pattern, clause, "x", "y").forEach(deals::add));
        SUPPLIER_FIRST.forEach(pattern -> matches(pattern, clause, "y", "x").forEach(deals::add));
        EITHER.forEach(pattern -> {
            matches(pattern, clause, "x", "y")
                    .filter(deal -> !isPublic(deal.supplier))
                    .forEach(deals::add);
            matches(pattern, clause, "y", "x")
                    .filter(deal -> !isPublic(deal.supplier))
                    .forEach(deals::add);
        });
        return deals.stream();
    }

    private Stream<Deal> matches(Pattern pattern, String clause, String buyer, String supplier) {
        Matcher matcher = pattern.matcher(clause);
        return matcher.results()
                .flatMap(match -> deal(
                        sentence.party(match.group(buyer)),
                        sentence.party(match.group(supplier)),
                        clause,
                        match.start(),
                        match.end())
                        .stream());
    }

    private Optional<Deal> deal(Party buyer, Party supplier, String clause, int start, int end) {
        return isPublic(buyer) && !buyer.equals(supplier)
                ? Optional.of(new Deal(buyer, supplier, around(clause, start, end, buyer, supplier)))
                : Optional.empty();
    }

    /** The part of the clause around the match in which no third party is named. */
    private String around(String clause, int start, int end, Party buyer, Party supplier) {
        int from = start;
        while (from > 0 && !sentence.isOther(clause.charAt(from - 1), buyer, supplier)) {
            from--;
        }
        int to = end;
        while (to < clause.length() && !sentence.isOther(clause.charAt(to), buyer, supplier)) {
            to++;
        }
        return clause.substring(from, to);
    }

    static boolean isPublic(Party party) {
        return PUBLIC.matcher(party.name()).find()
                && !COMPANY.matcher(party.name()).find();
    }

    private static List<Pattern> patterns(String... forms) {
        return Stream.of(forms).map(Pattern::compile).toList();
    }
}
