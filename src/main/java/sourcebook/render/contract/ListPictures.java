package sourcebook.render.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.dialogue.Response.Listed;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.ContractQuery;
import sourcebook.model.contract.Listing;
import sourcebook.model.contract.Predicate;
import sourcebook.render.Links;
import sourcebook.render.chart.Chart;
import sourcebook.render.chart.Picture;
import sourcebook.render.chart.SignedLinks;

/**
 * The charts that belong to a list of contracts, as addresses from which chat platforms fetch them. They show what is
 * public. Safe for many threads.
 */
public final class ListPictures {
    /** Messages are read again after weeks; then the address can be had anew by asking again. */
    private static final Duration GOOD_FOR = Duration.ofDays(30);

    private static final int MAX_ADDRESS = 2_000;
    private static final Pattern MONTHS = Pattern.compile("ending in the next (\\d{1,2}) months?");

    private final SignedLinks signed;
    private final Links links;
    private final Clock clock;

    public ListPictures(SignedLinks signed, Links links, Clock clock) {
        this.signed = signed;
        this.links = links;
        this.clock = clock;
    }

    /**
     * A chart.
     *
     * @param alt what it shows, in words; anybody's words are in it
     */
    public record Shown(String url, String alt) {}

    /** The charts of a list; none where it is empty, or where no platform could fetch them from this address. */
    public List<Shown> of(Listed listed) {
        List<Shown> pictures = new ArrayList<>();
        Listing listing = listed.listing();
        if (!links.base().startsWith("https:") || listing.count() == 0) {
            return pictures;
        }
        Matcher months = MONTHS.matcher(listed.asked());
        if (months.matches()) {
            add(pictures, "expiring " + months.group(1), pipeline(Integer.parseInt(months.group(1)), listing));
        } else if (listing.rows().stream().anyMatch(ListPictures::dated)) {
            add(pictures, "timeline " + listed.asked(), timeline(listing));
        }
        if (listing.count() > 1) {
            suppliers(listing).ifPresent(alt -> add(pictures, "suppliers " + listed.asked(), alt));
        }
        return pictures;
    }

    private void add(List<Shown> pictures, String what, String alt) {
        String url = links.base() + signed.path(what.strip(), clock.instant(), GOOD_FOR);
        if (url.length() <= MAX_ADDRESS) {
            pictures.add(new Shown(url, alt));
        }
    }

    private String pipeline(int months, Listing listing) {
        return whole(listing)
                ? Picture.of(ContractCharts.pipeline(
                                "Contracts ending by month", YearMonth.now(clock), months + 1, listing.rows()))
                        .alt()
                : "Contracts ending by month in the next " + months + " months: " + listing.count() + " in all.";
    }

    private String timeline(Listing listing) {
        Chart chart = ContractCharts.timeline("Contracts over time", LocalDate.now(clock), listing.rows());
        return whole(listing)
                ? Picture.of(chart).alt()
                : "The first of these " + listing.count() + " contracts over time, from start to end.";
    }

    /** In words; empty where no values can be added up. */
    private static Optional<String> suppliers(Listing listing) {
        return ContractCharts.bySupplier("Value by supplier", listing.rows())
                .map(bars -> whole(listing)
                        ? Picture.of(bars).alt()
                        : "The values of these " + listing.count() + " contracts added up by supplier.");
    }

    /** Whether all is on this page, so that its rows tell what the chart shows. */
    private static boolean whole(Listing listing) {
        return listing.count() <= ContractQuery.ROWS;
    }

    private static boolean dated(Contract contract) {
        return contract.day(Predicate.START).isPresent()
                || contract.day(Predicate.END).isPresent();
    }
}
