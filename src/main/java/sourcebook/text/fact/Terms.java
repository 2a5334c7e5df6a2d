package sourcebook.text.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Money;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Term;
import sourcebook.model.contract.Value;

/** What the words around a contract state of it; a figure that is stated twice with two values is left out. */
final class Terms {
    /** One stated thing. */
    record Stated(Predicate predicate, Value value) {}

    private static final String NOUN = "(?:contract|deal|agreement)\\b";
    private static final String COUNT = "(?<count>\\d{1,3}|[a-z]+)";
    private static final String UNIT = "(?<unit>year|month)";
    private static final String ABOUT = "(?:(?:about|around|some|a total of) )?";
    private static final String YEARLY = "(?<yearly> (?:a|per|each) year| annually)?";
    private static final String DATE = "(?<date>(?:(?:\\d{1,2} )?[A-Z][a-z]+ )?(?:19|20)\\d\\d)\\b";
    private static final String VALUE = Amounts.MONEY + YEARLY;
    private static final String PEOPLE = "(?<count>\\d[\\d,]*) (?:posts|staff|jobs|employees|workers|people)\\b";

    private static final List<Pattern> TERM = patterns(
            "\\b" + COUNT + "-" + UNIT + "\\b[^;:]{0,50}?" + NOUN,
            NOUN + "(?:[^;:]{0,80}?) (?:lasting|of) " + COUNT + " " + UNIT + "s\\b",
            "\\b(?:worth|(?:valued|priced|put)(?: it)? at) " + ABOUT + "[£$€][\\d.,]+ ?\\w* over " + COUNT + " " + UNIT
                    + "s\\b");
    private static final Pattern EXTENDED = Pattern.compile("\\b(?:renew|exten)\\w+");
    private static final List<Pattern> WORTH = patterns(
            "\\b(?:worth|(?:valued|priced|put)(?: it)? at|with a value of) " + ABOUT + VALUE,
            "(?:\\b(?i:an?|the|its)|'s?|,) " + VALUE + ",? (?:[^\\s;:\uE000-\uE0FF]+ ){0,4}?" + NOUN,
            "\\bpaid " + Marked.PARTY + " " + Amounts.MONEY + "(?<yearly> (?:a|per|each) year)");
    private static final List<Pattern> START = patterns(
            "\\b(?:began|started|starting|beginning|commenced|commencing|took effect|since|Since|from)(?: in| on| from)? "
                    + DATE,
            "\\b(?:started|began) its " + NOUN + "[^;:]{0,40}? (?:on|in) " + DATE);
    private static final List<Pattern> END = patterns(
            "\\b(?:ended|expired|finished|came to an end)(?: in| on)? " + DATE, "\\bran from [^;:]{4,20} to " + DATE);
    private static final List<Pattern> SAVING = patterns(
            "\\bsaved " + Marked.PARTY + " " + Amounts.MONEY,
            Marked.PARTY + "(?: has| had)? saved " + Amounts.MONEY + "(?= under)",
            "\\bcut the costs of " + Marked.PARTY + " by " + Amounts.MONEY);
    private static final List<Pattern> POSTS = patterns(
            "\\b(?:transferred|moved|cut) " + PEOPLE,
            "\\b" + PEOPLE + " at " + Marked.PARTY + " (?:moved|transferred|passed)\\b");

    private static final String NO_FIGURE =
            "(?!(?:up to|about|more|over|an? (?:further|total|sum))\\b|\\w+[- ](?:year|month)|[£$€\\d])";
    /** Words of a scope, up to where something else begins. */
    private static final String WORDS = "(?:its |all (?:of )?its |an? (?!further|total|sum|year))?" + NO_FIGURE
            + "(?<scope>[\\p{L}][^;:.\uE000-\uE0FF£$€]{2,90}?)"
            + "(?= to " + Marked.PARTY
            + "| (?:of|from|at|for|by|with|in|since|under|worth|over|starting|beginning|when|as|until) ?(?:[A-Z\\d\uE000-\uE0FF£a-z])"
            + "|, (?:worth|valued|starting|which|under|and \uE000)|,? under |[.;:]|,?$)";

    private static final List<Pattern> SCOPE = patterns(
            NOUN + "[^;:]{0,80}? to (?:run|provide|manage|deliver|operate|supply|collect|maintain) " + WORDS,
            NOUN + "(?:[^;:£]{0,80}?|[^;:]{0,80}? a year,)\\bfor " + WORDS,
            NOUN + "(?: with " + Marked.PARTY + ")?,? (?:covers|covered|covering) " + WORDS,
            "\\b(?:outsourced|contracted out|handed|handed over) its (?<scope>(?!(?:\\w+ )?contract)[^;:\uE000-\uE0FF]{3,90}?) to "
                    + Marked.PARTY,
            "\\b(?:awarded|gave|let|handed) its (?<scope>(?!\\w+-year|£)[a-z][^;:,\uE000-\uE0FF£]{2,60}?) contract",
            "\\bbought (?<scope>[^;:\uE000-\uE0FF]{3,60}?) from ",
            "\\bhas (?:provided|run|managed|operated) (?:its |the )?(?<scope>[^;:\uE000-\uE0FF]{3,60}?) (?:of|for|to|at) "
                    + Marked.PARTY);

    private final Marked sentence;
    private final String about;

    /**
     * What is said around one contract.
     *
     * @param about the part of the sentence in which no third party is named
     */
    Terms(Marked sentence, String about) {
        this.sentence = sentence;
        this.about = about;
    }

    List<Stated> find() {
        List<Stated> stated = new ArrayList<>();
        if (!EXTENDED.matcher(about).find()) {
            only(TERM, Terms::term).ifPresent(stated::add);
        }
        only(WORTH, match -> sum(Predicate.VALUE, match)).ifPresent(stated::add);
        only(START, match -> date(Predicate.START, match)).ifPresent(stated::add);
        only(END, match -> date(Predicate.END, match)).ifPresent(stated::add);
        only(SCOPE, this::scope).ifPresent(stated::add);
        only(SAVING, match -> sum(Predicate.SAVING, match)).ifPresent(stated::add);
        only(POSTS, match -> Optional.of(posts(match))).ifPresent(stated::add);
        return stated;
    }

    private interface Reading {
        Optional<Stated> of(Matcher match);
    }

    /** What the patterns state, if they all state the same. */
    private Optional<Stated> only(List<Pattern> patterns, Reading reading) {
        Set<Stated> all = new LinkedHashSet<>();
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(about);
            while (matcher.find()) {
                reading.of(matcher).ifPresent(all::add);
            }
        }
        return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
    }

    private static Optional<Stated> term(Matcher match) {
        return Amounts.count(match.group("count"))
                .flatMap(count -> Term.of(count + " " + match.group("unit")))
                .map(term -> new Stated(Predicate.TERM, new Value.Length(term)));
    }

    private static Optional<Stated> sum(Predicate predicate, Matcher match) {
        boolean yearly = match.pattern().namedGroups().containsKey("yearly") && match.group("yearly") != null;
        Basis.Kind kind = predicate == Predicate.VALUE ? Basis.Kind.CONTRACT : Basis.Kind.UNSTATED;
        Basis basis = new Basis(kind, yearly ? Basis.Per.YEAR : Basis.Per.UNSTATED, Basis.Vat.UNSTATED);
        Optional<Money> sum = Amounts.sum(match);
        return sum.map(money -> new Stated(predicate, new Value.Amount(money, basis)));
    }

    private static Optional<Stated> date(Predicate predicate, Matcher match) {
        return Amounts.date(match.group("date")).map(date -> new Stated(predicate, new Value.Day(date)));
    }

    private static Stated posts(Matcher match) {
        BigDecimal count = new BigDecimal(match.group("count").replace(",", ""));
        return new Stated(Predicate.POSTS, new Value.Count(count, "posts"));
    }

    private Optional<Stated> scope(Matcher match) {
        String words = sentence.spelt(match.group("scope")).strip();
        return words.isEmpty() ? Optional.empty() : Optional.of(new Stated(Predicate.SCOPE, new Value.Words(words)));
    }

    private static List<Pattern> patterns(String... forms) {
        return Stream.of(forms).map(Pattern::compile).toList();
    }
}
