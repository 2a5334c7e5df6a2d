package sourcebook.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import sourcebook.answer.contract.ContractViews;
import sourcebook.answer.contract.Contracts;
import sourcebook.model.audience.Clearance;
import sourcebook.model.contract.Contract;
import sourcebook.render.HtmlPages;
import sourcebook.render.chart.Chart;
import sourcebook.render.chart.Picture;
import sourcebook.render.chart.SignedLinks;
import sourcebook.render.contract.ContractCharts;
import sourcebook.render.contract.ExpiringPage;
import sourcebook.web.ContractPages.Page;

/**
 * Draws what a signed address asks for: {@code timeline FILTERS}, {@code suppliers FILTERS}, {@code years FILTERS} or
 * {@code expiring MONTHS}. Few are drawn at a time, for each takes some megabytes. Safe for many threads.
 */
final class ChartPictures {
    private static final int AT_A_TIME = 2;
    private static final int TIMELINES = 25;
    private static final Pattern WHAT =
            Pattern.compile("(?<kind>timeline|suppliers|years|expiring)(?: (?<about>.*))?", Pattern.DOTALL);
    private static final Pattern MONTHS = Pattern.compile("[1-9]\\d?");

    private final Contracts contracts;
    private final ContractViews views;
    private final SignedLinks signed;
    private final Clock clock;
    private final Semaphore drawing = new Semaphore(AT_A_TIME);

    ChartPictures(Contracts contracts, ContractViews views, SignedLinks signed, Clock clock) {
        this.contracts = contracts;
        this.views = views;
        this.signed = signed;
        this.clock = clock;
    }

    /** The picture at a path as it came from the network. */
    Page at(String rawPath) throws IOException {
        Optional<String> what = signed.read(rawPath, clock.instant());
        Optional<Chart> chart = what.isEmpty() ? Optional.empty() : chart(what.get());
        if (chart.isEmpty()) {
            return Page.notFound();
        }
        if (!drawing.tryAcquire()) {
            return Page.html(
                    HttpStatus.SERVICE_UNAVAILABLE_503,
                    HtmlPages.message("Busy", "Other pictures are being drawn. Reload in a moment."));
        }
        try {
            return new Page(
                    HttpStatus.OK_200, "image/png", Picture.of(chart.get()).png(), null);
        } finally {
            drawing.release();
        }
    }

    private Optional<Chart> chart(String what) throws IOException {
        Matcher form = WHAT.matcher(what);
        if (!form.matches()) {
            return Optional.empty();
        }
        String about = Optional.ofNullable(form.group("about")).orElse("");
        LocalDate today = LocalDate.now(clock);
        return switch (form.group("kind")) {
            case "timeline" ->
                Optional.of(ContractCharts.timeline("Contracts over time", today, first(about, TIMELINES)));
            case "suppliers" ->
                ContractCharts.bySupplier("Value by supplier", first(about, ContractViews.MOST))
                        .map(bars -> bars);
            case "years" ->
                ContractCharts.byYear("Value by year of award", first(about, ContractViews.MOST))
                        .map(bars -> bars);
            default -> Optional.of(expiring(about, today));
        };
    }

    private Chart expiring(String about, LocalDate today) throws IOException {
        int months = MONTHS.matcher(about).matches() ? Math.min(Integer.parseInt(about), ExpiringPage.MOST_MONTHS) : 12;
        return ContractCharts.pipeline(
                "Contracts ending by month",
                YearMonth.from(today),
                months + 1,
                views.ending(today, today.plusMonths(months)).contracts());
    }

    private List<Contract> first(String typed, int most) throws IOException {
        return contracts.first(typed, LocalDate.now(clock), most, Clearance.PUBLIC);
    }
}
