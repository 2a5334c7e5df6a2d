package sourcebook.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import sourcebook.app.BenchService;

/** A signed command through the whole service, against Bolt acknowledging the same command with its own text. */
final class HttpBench {
    private static final int CONNECTIONS = 8;
    private static final int WARM_UP = 12;
    private static final int ANSWERS = 2;
    private static final int ECHOES = 20;

    private final List<Known> questions;
    private final SignedCommands commands = new SignedCommands(Clock.systemUTC());
    private final World world;

    HttpBench(World world) {
        this.world = world;
        this.questions = world.questions();
    }

    void run(Table table) throws Exception {
        Prepared prepared = world.prepared();
        try (BenchService service = new BenchService(prepared.corpus(), prepared.state(), SignedCommands.SECRET);
                BoltEcho echo = new BoltEcho(SignedCommands.SECRET)) {
            refuseWhatWasChanged(service.port());
            refuseWhatWasChanged(echo.port());
            Side busy = rounds(service.port(), echo.port(), CONNECTIONS);
            Side alone = rounds(service.port(), echo.port(), 1);
            throughput(table, busy);
            latency(table, alone);
        }
    }

    void profile() throws Exception {
        Prepared prepared = world.prepared();
        try (BenchService service = new BenchService(prepared.corpus(), prepared.state(), SignedCommands.SECRET)) {
            Profile.run("http", () -> Load.of(service.port(), CONNECTIONS, signed(ANSWERS)));
        }
    }

    /** What both servers did, round by round. */
    private record Side(List<Load> ours, List<Load> theirs) {}

    private static void throughput(Table table, Side side) {
        table.section(
                "3. A signed command over HTTP, " + CONNECTIONS + " connections, client and server on one machine");
        table.atLeast(
                0.2, "requests a second: ours / Bolt's echo", "x", Spread.ratio(rates(side.ours), rates(side.theirs)));
        table.row(
                "processor time with the client's: ours / Bolt's echo",
                "x",
                Spread.ratio(micros(side.ours), micros(side.theirs)));
        table.row("requests a second: ours", "/s", Spread.of(side.ours.stream().mapToDouble(Load::perSecond)));
        table.row(
                "requests a second: Bolt's echo",
                "/s",
                Spread.of(side.theirs.stream().mapToDouble(Load::perSecond)));
        table.row(
                "processor time with the client's: ours",
                "us",
                Spread.of(side.ours.stream().mapToDouble(Load::cpuMicros)));
        table.row(
                "processor time with the client's: Bolt's echo",
                "us",
                Spread.of(side.theirs.stream().mapToDouble(Load::cpuMicros)));
        table.row("half are faster than: ours", "ms", millis(side.ours, 0.5));
        table.row("99 in 100 are faster than: ours", "ms", millis(side.ours, 0.99));
        table.row("99 in 100 are faster than: Bolt's echo", "ms", millis(side.theirs, 0.99));
    }

    private static void latency(Table table, Side side) {
        table.section("   One connection");
        table.row("half are faster than: ours", "ms", millis(side.ours, 0.5));
        table.row("half are faster than: Bolt's echo", "ms", millis(side.theirs, 0.5));
        table.atMost(15, "99 in 100 are faster than: ours", "ms", millis(side.ours, 0.99));
        table.row("99 in 100 are faster than: Bolt's echo", "ms", millis(side.theirs, 0.99));
        long[] all = side.ours.stream()
                .flatMapToLong(load -> LongStream.of(load.nanos()))
                .toArray();
        double worst = Spread.quantile(LongStream.of(all), 0.99) / 1e6;
        table.atMost(15, "99 in 100 of all rounds together: ours", "ms", new Spread(worst, worst, worst));
    }

    /** A server that verified nothing would be fast. */
    private void refuseWhatWasChanged(int port) throws IOException {
        String signed = new String(commands.command("signed"), StandardCharsets.US_ASCII);
        try (Connection connection = new Connection(port)) {
            connection.exchange(signed.replace("text=signed", "text=forged").getBytes(StandardCharsets.US_ASCII));
        } catch (Connection.Refused e) {
            return;
        }
        throw new IllegalStateException("the server on port " + port + " takes what nobody signed");
    }

    private Side rounds(int ours, int theirs, int connections) throws IOException {
        Side side = new Side(new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < WARM_UP + Rounds.ROUNDS; round++) {
            Load answers = answers(ours, connections);
            Load echoes = echoes(theirs, connections);
            if (round >= WARM_UP) {
                side.ours.add(answers);
                side.theirs.add(echoes);
            }
        }
        return side;
    }

    private Load answers(int port, int connections) throws IOException {
        Load load = Load.of(port, connections, signed(ANSWERS));
        for (int i = 0; i < load.bodies().length; i++) {
            Known known = questions.get(i % questions.size());
            SlackReply.check(known, new String(load.bodies()[i], StandardCharsets.UTF_8));
        }
        return load;
    }

    /** An echo is fast: more of them make a round as long as ours. */
    private Load echoes(int port, int connections) throws IOException {
        Load load = Load.of(port, connections, signed(ECHOES));
        for (byte[] body : load.bodies()) {
            if (!new String(body, StandardCharsets.UTF_8).contains("echo: ")) {
                throw new IllegalStateException("no echo: " + new String(body, StandardCharsets.UTF_8));
            }
        }
        return load;
    }

    private List<byte[]> signed(int times) {
        return IntStream.range(0, times)
                .boxed()
                .flatMap(i -> questions.stream())
                .map(known -> commands.command(known.text()))
                .toList();
    }

    private static double[] rates(List<Load> loads) {
        return loads.stream().mapToDouble(Load::perSecond).toArray();
    }

    private static double[] micros(List<Load> loads) {
        return loads.stream().mapToDouble(Load::cpuMicros).toArray();
    }

    private static Spread millis(List<Load> loads, double share) {
        return Spread.of(loads.stream().mapToDouble(load -> Spread.quantile(LongStream.of(load.nanos()), share) / 1e6));
    }
}
