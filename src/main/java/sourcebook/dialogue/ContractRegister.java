package sourcebook.dialogue;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.answer.contract.Contracts;
import sourcebook.model.audience.Clearance;
import sourcebook.model.contract.Listing;

/** Lists the contracts of the generation that is served. Safe for many threads. */
public final class ContractRegister implements Register {
    private static final String SOON = "12 months";
    private static final Pattern WITHIN =
            Pattern.compile("(?i)\\b(?:(?:in|within) )?(?:the )?(?:next )?(?<!page:)(\\d{1,3})"
                    + " ?(months?|years?|weeks?|days?|m|y)?(?![\\w.-])");
    private static final Pattern PAGE = Pattern.compile("(?i)\\s*\\bpage:\\s?\\d+");

    private final Contracts contracts;
    private final Clock clock;

    /** With the clock that says when "next year" is. */
    public ContractRegister(Contracts contracts, Clock clock) {
        this.contracts = contracts;
        this.clock = clock;
    }

    @Override
    public Response contracts(String about, Clearance clearance) throws IOException {
        if (contracts.empty(clearance)) {
            return NONE.contracts(about, clearance);
        }
        Listing listing = contracts.list(about, LocalDate.now(clock), clearance);
        return new Response.Listed("Contracts: " + listing.query().described() + ".", bare(about), listing, false);
    }

    @Override
    public Response expiring(String within, Clearance clearance) throws IOException {
        if (contracts.empty(clearance)) {
            return NONE.expiring(within, clearance);
        }
        Matcher time = WITHIN.matcher(bare(within));
        String soon = time.find() ? time.group(1) + " " + unit(time.group(2)) : SOON;
        String asked = (time.replaceFirst(" ") + " ending in the next " + soon).strip();
        Matcher page = PAGE.matcher(within);
        String typed = page.find() ? asked + " " + page.group().strip() : asked;
        Listing listing = contracts.list(typed, LocalDate.now(clock), clearance);
        return new Response.Listed("Contracts that end in the next " + soon + ".", asked, listing, true);
    }

    private static String unit(@Nullable String typed) {
        if (typed == null || typed.equalsIgnoreCase("m")) {
            return "months";
        }
        return typed.equalsIgnoreCase("y") ? "years" : typed.toLowerCase(Locale.ROOT);
    }

    private static String bare(String typed) {
        return PAGE.matcher(typed).replaceAll("").strip();
    }
}
