package sourcebook.question.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Party;
import sourcebook.model.contract.ContractQuery;
import sourcebook.model.contract.ContractQuery.Condition;
import sourcebook.model.contract.ContractQuery.Sort;
import sourcebook.model.contract.Money;
import sourcebook.model.contract.Predicate;
import sourcebook.text.Mention;
import sourcebook.text.Names;
import sourcebook.text.party.PartyKind;

/**
 * Reads one question for a list: first what is typed as {@code filter:value}, then what plain words say, each taken out of
 * the text as it is understood; what is left are words to search for. For one thread, once.
 */
final class ListReading {
    private final Names names;
    private final Times times;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private String text;
    private @Nullable Sort sort;
    private boolean descending;
    private int page;

    ListReading(String text, Names names, LocalDate today) {
        this.text = text.strip().replaceFirst("[?.!]+$", "");
        this.names = names;
        this.times = new Times(today);
    }

    ListQuestion read() {
        Optional<ContractQuery.Of> share = share();
        take(ListPatterns.FILTER, this::filter);
        take(ListPatterns.UNKNOWN, match -> unread.add(match.group().strip()));
        take(ListPatterns.MISSING, match -> missing(match.group(1)));
        take(ListPatterns.WHEN, match -> when(match.group(1), String.valueOf(match.group(2)), match.group(3)));
        take(ListPatterns.BETWEEN, match -> worth(Sums.read(match.group(1)), Sums.read(match.group(2)), match.group()));
        take(ListPatterns.MONEY, this::money);
        take(ListPatterns.CPV, match -> conditions.add(new ContractQuery.Cpv(match.group(1))));
        take(ListPatterns.LARGEST, match -> order(Sort.VALUE, true));
        take(ListPatterns.SMALLEST, match -> order(Sort.VALUE, false));
        take(ListPatterns.LATEST, match -> order(Sort.AWARDED, true));
        parties();
        rest();
        boolean ends =
                conditions.stream().anyMatch(c -> c instanceof ContractQuery.Between b && b.what() == Predicate.END);
        Sort by = sort != null ? sort : ends ? Sort.ENDS : Sort.VALUE;
        boolean down = sort != null ? descending : !ends;
        return new ListQuestion(new ContractQuery(conditions, by, down, page), share, unread);
    }

    private void take(Pattern pattern, Consumer<Matcher> taker) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder left = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            left.append(text, from, matcher.start()).append(' ');
            taker.accept(matcher);
            from = matcher.end();
        }
        text = left.append(text.substring(from)).toString();
    }

    private Optional<ContractQuery.Of> share() {
        Matcher of = ListPatterns.SHARE.matcher(text);
        Matcher turned = ListPatterns.SHARE_OF.matcher(text);
        if (of.find()) {
            text = of.group(2);
            return Optional.of(party(Predicate.SUPPLIER, of.group(1)));
        }
        if (turned.find()) {
            text = turned.group(1);
            return Optional.of(party(Predicate.SUPPLIER, turned.group(2)));
        }
        return Optional.empty();
    }

    private void filter(Matcher match) {
        String value = match.group(2).replaceAll("^[\"“]|[\"”]$", "").strip();
        switch (match.group(1).toLowerCase(Locale.ROOT)) {
            case "buyer" -> conditions.add(party(Predicate.BUYER, value));
            case "supplier" -> conditions.add(party(Predicate.SUPPLIER, value));
            case "value" -> value(value, match.group());
            case "end", "ends", "ending" -> bounds(Predicate.END, value, match.group());
            case "start", "starts" -> bounds(Predicate.START, value, match.group());
            case "awarded" -> bounds(Predicate.AWARDED_ON, value, match.group());
            case "cpv" -> cpv(value, match.group());
            case "sort" -> sort(value, match.group());
            case "page" -> page(value, match.group());
            case "sector" -> sector(value);
            case "missing" -> missing(value);
            default -> conditions.add(new ContractQuery.About(value));
        }
    }

    private void value(String value, String typed) {
        Matcher range = Pattern.compile("(?i)(" + Sums.FORM + ")(?:\\.\\.|-|–)(" + Sums.FORM + ")")
                .matcher(value);
        if (range.matches()) {
            worth(Sums.read(range.group(1)), Sums.read(range.group(2)), typed);
            return;
        }
        Optional<Money> sum = Sums.read(value.replaceFirst("^[<>=]+", ""));
        if (value.startsWith("<")) {
            worth(Optional.empty(), sum, typed);
        } else if (value.startsWith(">")) {
            worth(sum, Optional.empty(), typed);
        } else {
            worth(sum, sum, typed);
        }
    }

    private void money(Matcher match) {
        Optional<Money> sum = Sums.read(match.group(2));
        boolean least = match.group(1)
                .toLowerCase(Locale.ROOT)
                .matches("over|above|more than|at least|exceeding|upwards of|greater than|bigger than");
        worth(least ? sum : Optional.empty(), least ? Optional.empty() : sum, match.group());
    }

    private void worth(Optional<Money> least, Optional<Money> most, String typed) {
        Optional<Money> one = least.or(() -> most);
        String currency = one.map(Money::currency).orElse(null);
        boolean mixed = least.isPresent() && most.isPresent() && !least.get().sameCurrency(most.get());
        if (currency == null || mixed) {
            unread.add(typed.strip());
            return;
        }
        conditions.add(new ContractQuery.Worth(amount(least), amount(most), currency));
    }

    private static @Nullable BigDecimal amount(Optional<Money> money) {
        return money.map(Money::amount).orElse(null);
    }

    private void bounds(Predicate what, String value, String typed) {
        Optional<Times.Stretch> time = times.read(value.replaceFirst("^[<>=]+", ""));
        if (time.isEmpty()) {
            unread.add(typed);
        } else if (value.startsWith("<")) {
            conditions.add(new ContractQuery.Between(
                    what, Times.FIRST, time.get().from().minusDays(value.startsWith("<=") ? 0 : 1)));
        } else if (value.startsWith(">")) {
            conditions.add(new ContractQuery.Between(
                    what,
                    value.startsWith(">=") ? time.get().from() : time.get().to().plusDays(1),
                    Times.LAST));
        } else {
            conditions.add(new ContractQuery.Between(
                    what, time.get().from(), time.get().to()));
        }
    }

    private void when(String verb, String preposition, String time) {
        String lower = verb.toLowerCase(Locale.ROOT);
        Predicate what = lower.matches("start.*|beg.*")
                ? Predicate.START
                : lower.matches("award.*|let|won|signed") ? Predicate.AWARDED_ON : Predicate.END;
        bounds(
                what,
                switch (preposition.toLowerCase(Locale.ROOT)) {
                    case "before" -> "<" + time;
                    case "after" -> ">" + time;
                    case "since", "from" -> ">=" + time;
                    default -> time;
                },
                time);
    }

    private void cpv(String value, String typed) {
        if (value.matches("\\d{2,8}(?:-\\d)?")) {
            conditions.add(new ContractQuery.Cpv(value));
        } else {
            unread.add(typed);
        }
    }

    private void sort(String value, String typed) {
        String bare = value.toLowerCase(Locale.ROOT).replaceAll("^-|:desc$|-desc$", "");
        Optional<Sort> known = Arrays.stream(Sort.values())
                .filter(one ->
                        one.name().toLowerCase(Locale.ROOT).replaceAll("s$", "").equals(bare.replaceAll("s$", "")))
                .findFirst();
        known.ifPresentOrElse(
                one -> order(one, !value.equalsIgnoreCase(bare) || one == Sort.VALUE), () -> unread.add(typed));
    }

    private void order(Sort by, boolean down) {
        if (sort == null) {
            sort = by;
            descending = down;
        }
    }

    private void page(String value, String typed) {
        if (value.matches("[1-9]\\d{0,4}")) {
            page = Integer.parseInt(value) - 1;
        } else {
            unread.add(typed);
        }
    }

    private void missing(String what) {
        String lower = what.toLowerCase(Locale.ROOT);
        Predicate predicate = lower.matches("end.*|expiry.*")
                ? Predicate.END
                : lower.startsWith("start")
                        ? Predicate.START
                        : lower.startsWith("award")
                                ? Predicate.AWARDED_ON
                                : lower.equals("price")
                                        ? Predicate.VALUE
                                        : Predicate.of(lower).orElse(null);
        if (predicate == null) {
            unread.add("missing " + what);
        } else {
            conditions.add(new ContractQuery.Missing(predicate));
        }
    }

    private void sector(String words) {
        PartyKind.asked(words)
                .ifPresentOrElse(kind -> conditions.add(new ContractQuery.Sector(kind)), () -> unread.add(words));
    }

    private ContractQuery.Of party(Predicate role, String typed) {
        List<String> keys = names.find("the " + typed, Names.Writing.QUESTION).stream()
                .filter(mention -> mention.span().length() >= typed.strip().length() - 1)
                .flatMap(mention -> mention.parties().stream())
                .map(Party::key)
                .distinct()
                .toList();
        return new ContractQuery.Of(role, typed.strip(), keys);
    }

    /** The parties that plain words name, with the part that the words before them give them. */
    private void parties() {
        for (Mention mention : names.find(text, Names.Writing.QUESTION).reversed()) {
            String before = text.substring(0, mention.span().start())
                    .replaceFirst("(?i)(?:^|\\s)the\\s*$", " ")
                    .stripTrailing();
            String name = mention.span().in(text);
            List<String> keys = mention.parties().stream().map(Party::key).toList();
            if (ListPatterns.SUPPLIES.matcher(before).find()) {
                conditions.add(new ContractQuery.Of(Predicate.SUPPLIER, name, keys));
            } else if (ListPatterns.BUYS.matcher(before).find()) {
                conditions.add(new ContractQuery.Of(Predicate.BUYER, name, keys));
            } else {
                conditions.add(new ContractQuery.With(name, keys));
            }
            text = text.substring(0, mention.span().start()) + " "
                    + text.substring(mention.span().end());
        }
    }

    /** What is left: the sort of buyers, and words to search for. */
    private void rest() {
        String left = text.replaceAll("(?i)['’]s\\b", " ");
        Optional<String> kind = PartyKind.asked(left);
        boolean general = kind.isPresent()
                && left.toLowerCase(Locale.ROOT)
                        .matches(".*\\b(?:police(?: forces?)?|forces?|councils?|local authorit(?:y|ies)|nhs(?:"
                                + " trusts?)?|universit(?:y|ies)|schools?|departments?|colleges?|hospitals?|fire"
                                + " services?)\\b.*");
        if (general) {
            conditions.add(new ContractQuery.Sector(kind.get()));
            left = left.replaceFirst(
                    "(?i)\\b(?:police(?: forces?)?|forces?|councils?|local authorit(?:y|ies)|nhs(?:"
                            + " trusts?)?|universit(?:y|ies)|schools?|departments?|colleges?|hospitals?|fire"
                            + " services?)\\b",
                    " ");
        }
        String words = Arrays.stream(left.split("[^\\p{L}\\p{N}&'’-]+"))
                .filter(word -> !word.isBlank() && !isFiller(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" "));
        if (!words.isEmpty()) {
            conditions.add(new ContractQuery.About(words));
        }
    }

    private static boolean isFiller(String word) {
        return Asking.isOfAsking(word)
                || word.matches(
                        "all|list|show|outsource[sd]?|outsourcing|use[ds]?|s|any|per|sorted|than|largest|biggest|ones|which|but|not|top|data|stated|only|also|soon|soonest|first|sum|together|share|records?");
    }
}
