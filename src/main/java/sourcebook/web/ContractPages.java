package sourcebook.web;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;
import sourcebook.answer.contract.ContractViews;
import sourcebook.answer.contract.ContractViews.Gathered;
import sourcebook.answer.contract.ContractViews.Seen;
import sourcebook.answer.contract.ContractViews.SeenParty;
import sourcebook.answer.contract.Contracts;
import sourcebook.model.audience.Clearance;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Listing;
import sourcebook.render.HtmlPages;
import sourcebook.render.Links;
import sourcebook.render.chart.SignedLinks;
import sourcebook.render.contract.ContractListPage;
import sourcebook.render.contract.ContractPage;
import sourcebook.render.contract.ContractsCsv;
import sourcebook.render.contract.ExpiringPage;
import sourcebook.render.contract.PartyPage;

/**
 * Pages of contracts and parties, lists with their CSV, what ends soon, and pictures at signed addresses; for reading only,
 * and only what is public. Safe for many threads.
 */
public final class ContractPages extends Handler.Abstract {
    /** The first segments of the paths that are answered here. */
    static final List<String> FOLDERS = List.of("/contracts", "/contracts.csv", "/parties", "/expiring", "/charts");

    private static final System.Logger LOG = System.getLogger(ContractPages.class.getName());
    private static final String CONTRACT = "/contracts/";
    private static final String PARTY = "/parties/";
    private static final int USUAL_MONTHS = 12;
    private static final int MAX_TYPED = 500;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");

    private final Contracts contracts;
    private final ContractViews views;
    private final ChartPictures pictures;
    private final Links links;
    private final Clock clock;

    public ContractPages(Contracts contracts, ContractViews views, SignedLinks signed, Links links, Clock clock) {
        this.contracts = contracts;
        this.views = views;
        this.pictures = new ChartPictures(contracts, views, signed, clock);
        this.links = links;
        this.clock = clock;
    }

    /**
     * What is sent.
     *
     * @param attachment the name of a file to keep it as, null for a page
     */
    record Page(
            int status, String type, byte[] body, @Nullable String attachment) {
        static Page html(int status, String body) {
            return new Page(status, "text/html;charset=utf-8", body.getBytes(StandardCharsets.UTF_8), null);
        }

        static Page notFound() {
            return html(HttpStatus.NOT_FOUND_404, HtmlPages.message("No such page", "There is nothing here any more."));
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Page page = page(request);
        response.setStatus(page.status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.type);
        if (page.status == HttpStatus.METHOD_NOT_ALLOWED_405) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
        }
        if (page.attachment != null) {
            response.getHeaders().put("Content-Disposition", "attachment; filename=\"" + page.attachment + "\"");
        }
        Pages.protect(response);
        response.write(true, ByteBuffer.wrap(page.body), callback);
        return true;
    }

    private Page page(Request request) {
        if (!List.of("GET", "HEAD").contains(request.getMethod())) {
            return Page.html(
                    HttpStatus.METHOD_NOT_ALLOWED_405, HtmlPages.message("Not here", "Pages can only be read."));
        }
        Fields parameters;
        try {
            parameters = Request.extractQueryParameters(request);
        } catch (RuntimeException e) {
            return Page.html(
                    HttpStatus.BAD_REQUEST_400,
                    HtmlPages.message("Unreadable address", "The address is not written as addresses are."));
        }
        try {
            return read(request, parameters);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "A page of contracts failed", e);
            return Page.html(
                    HttpStatus.SERVICE_UNAVAILABLE_503,
                    HtmlPages.message("Not now", "This page cannot be shown at the moment. Reload in a while."));
        }
    }

    private Page read(Request request, Fields parameters) throws IOException {
        String raw = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
        if (raw.startsWith(SignedLinks.FOLDER)) {
            return pictures.at(raw);
        }
        if (raw.startsWith(CONTRACT) && raw.length() > CONTRACT.length()) {
            return contract(URIUtil.decodePath(raw.substring(CONTRACT.length())));
        }
        if (raw.startsWith(PARTY) && raw.length() > PARTY.length()) {
            return party(URIUtil.decodePath(raw.substring(PARTY.length())));
        }
        return switch (raw) {
            case "/contracts", CONTRACT -> list(typed(parameters), number(parameters, "page", 1));
            case "/contracts.csv" -> csv(typed(parameters));
            case "/expiring" -> expiring(number(parameters, "months", USUAL_MONTHS));
            default -> Page.notFound();
        };
    }

    private Page contract(String id) throws IOException {
        Optional<Seen> seen = views.contract(id);
        return seen.isEmpty()
                ? Page.notFound()
                : Page.html(
                        HttpStatus.OK_200,
                        ContractPage.render(
                                seen.get().contract(),
                                seen.get().notices(),
                                seen.get().mentions(),
                                today()));
    }

    private Page party(String key) throws IOException {
        Optional<SeenParty> seen = views.party(key);
        return seen.map(party -> Page.html(
                        HttpStatus.OK_200,
                        PartyPage.render(
                                new PartyPage.Known(
                                        party.name(),
                                        party.otherNames(),
                                        party.buys(),
                                        party.supplies(),
                                        party.owners()),
                                today())))
                .orElseGet(Page::notFound);
    }

    private Page list(String typed, int page) throws IOException {
        Listing listing = contracts.list(typed + " page:" + page, today(), Clearance.PUBLIC);
        List<Contract> gathered = contracts.first(typed, today(), ContractViews.MOST, Clearance.PUBLIC);
        return Page.html(HttpStatus.OK_200, ContractListPage.render(typed, listing, gathered, today()));
    }

    private Page csv(String typed) throws IOException {
        List<Contract> rows = contracts.first(typed, today(), ContractsCsv.MOST_ROWS, Clearance.PUBLIC);
        byte[] body = ContractsCsv.of(rows, links).getBytes(StandardCharsets.UTF_8);
        return new Page(HttpStatus.OK_200, "text/csv;charset=utf-8;header=present", body, "contracts.csv");
    }

    private Page expiring(int asked) throws IOException {
        int months = Math.min(asked, ExpiringPage.MOST_MONTHS);
        Gathered ending = views.ending(today(), today().plusMonths(months));
        return Page.html(HttpStatus.OK_200, ExpiringPage.render(months, ending.contracts(), ending.count(), today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String typed(Fields parameters) {
        String typed = Optional.ofNullable(parameters.getValue("f")).orElse("").strip();
        return typed.length() <= MAX_TYPED ? typed : typed.substring(0, MAX_TYPED);
    }

    private static int number(Fields parameters, String name, int otherwise) {
        String typed = Optional.ofNullable(parameters.getValue(name)).orElse("");
        return NUMBER.matcher(typed).matches() ? Integer.parseInt(typed) : otherwise;
    }
}
