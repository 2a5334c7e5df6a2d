package sourcebook.app.contract;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sourcebook.answer.contract.Contracts;
import sourcebook.dialogue.ContractRegister;
import sourcebook.dialogue.Response;
import sourcebook.model.audience.Clearance;
import sourcebook.render.Links;
import sourcebook.render.PlainListing;
import sourcebook.render.contract.ContractsCsv;

/** The commands that list contracts and parties. They see all audiences: whoever types them has the files. */
public final class ContractCommands {
    private static final int NO_ANSWER = 3;

    private final World world;

    /** What the commands work with. */
    public interface World {
        /** Runs something on the contracts that are served, indexing the corpus first if it never was. */
        int with(Work work) throws Exception;

        PrintStream out();

        Clock clock();

        Links links();
    }

    /** Something to do with contracts; gives the exit status. */
    public interface Work {
        int on(Contracts contracts) throws IOException;
    }

    public ContractCommands(World world) {
        this.world = world;
    }

    /** Adds the commands to a command line. */
    public CommandLine addTo(CommandLine line) {
        return line.addSubcommand("contracts", new ListContracts(world))
                .addSubcommand("expiring", new ListExpiring(world))
                .addSubcommand("parties", new ListParties(world));
    }

    private static int print(Response response, World world) {
        if (response instanceof Response.Listed listed) {
            world.out()
                    .println(PlainListing.render(listed.heading(), listed.listing(), listed.byMonth(), world.links()));
            return listed.listing().count() == 0 ? NO_ANSWER : 0;
        }
        world.out().println(response instanceof Response.Told told ? told.sentence() : response.toString());
        return NO_ANSWER;
    }

    @Command(
            name = "contracts",
            mixinStandardHelpOptions = true,
            description =
                    "Lists contracts: buyer:, supplier:, value:>10m, ends:2027, cpv:79, sort:ends, page:2, or in plain"
                            + " words.")
    private static final class ListContracts implements Callable<Integer> {
        private final World world;

        @Parameters(
                arity = "0..*",
                paramLabel = "FILTER",
                description = "Such as buyer:met, or: ending next year over £10m.")
        private List<String> about = List.of();

        @Option(
                names = "--csv",
                description = "Print all of them as comma-separated values, at most " + ContractsCsv.MOST_ROWS + ".")
        private boolean csv;

        ListContracts(World world) {
            this.world = world;
        }

        @Override
        public Integer call() throws Exception {
            String typed = String.join(" ", about);
            return world.with(contracts -> csv
                    ? csv(contracts, typed)
                    : print(
                            new ContractRegister(contracts, world.clock()).contracts(typed, Clearance.EVERYTHING),
                            world));
        }

        private int csv(Contracts contracts, String typed) throws IOException {
            LocalDate today = LocalDate.now(world.clock());
            world.out()
                    .print(ContractsCsv.of(
                            contracts.first(typed, today, ContractsCsv.MOST_ROWS, Clearance.EVERYTHING),
                            world.links()));
            return 0;
        }
    }

    @Command(
            name = "expiring",
            mixinStandardHelpOptions = true,
            description = "Lists the contracts that end soon, month by month, with options to extend.")
    private static final class ListExpiring implements Callable<Integer> {
        private final World world;

        @Parameters(arity = "0..*", paramLabel = "WITHIN", description = "Such as 6 months; 12 months if not given.")
        private List<String> within = List.of();

        ListExpiring(World world) {
            this.world = world;
        }

        @Override
        public Integer call() throws Exception {
            return world.with(contracts -> print(
                    new ContractRegister(contracts, world.clock())
                            .expiring(String.join(" ", within), Clearance.EVERYTHING),
                    world));
        }
    }

    @Command(
            name = "parties",
            mixinStandardHelpOptions = true,
            description = "Lists the parties of contracts that are written in more than one way, with all spellings.")
    private static final class ListParties implements Callable<Integer> {
        private final World world;

        @Option(names = "--merged", required = true, description = "List what was merged.")
        private boolean merged;

        ListParties(World world) {
            this.world = world;
        }

        @Override
        public Integer call() throws Exception {
            return world.with(contracts -> {
                Map<String, List<String>> parties = merged ? contracts.merged() : Map.of();
                parties.forEach((key, names) -> world.out().println(key + ": " + String.join(" | ", names)));
                return 0;
            });
        }
    }
}
