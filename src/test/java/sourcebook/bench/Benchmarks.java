package sourcebook.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Runs what is named by its arguments, or else all but the profile: {@code answer}, {@code http}, {@code jmh},
 * {@code profile}; or by themselves {@code contracts}, with a million of them, and {@code index}. Prints a table at the
 * end, and writes it to {@code target/bench/result.json} ({@code index.json}).
 */
public final class Benchmarks {
    private static final List<String> ALL = List.of("answer", "http", "jmh");

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        List<String> named = Arrays.stream(arguments)
                .flatMap(argument -> Arrays.stream(argument.split(",")))
                .toList();
        if (named.equals(List.of("contracts"))) {
            ContractBench.main(new String[0]);
            return;
        }
        if (named.equals(List.of("index"))) {
            Table table = new Table();
            IndexBench.run(table);
            table.print(System.out);
            table.write(Path.of("target", "bench", "index.json"), "synthetic articles");
            System.exit(0);
        }
        List<String> chosen = named.isEmpty() || named.equals(List.of("all")) ? ALL : named;
        Table table = new Table();
        String summary;
        try (World world = new World()) {
            summary = world.summary();
            System.out.println(summary);
            for (String one : chosen) {
                run(one, world, table);
            }
        }
        System.out.println("\n" + summary);
        table.print(System.out);
        table.write(Path.of("target", "bench", "result.json"), summary);
        System.exit(0);
    }

    private static void run(String one, World world, Table table) throws Exception {
        switch (one) {
            case "answer" -> new AnswerBench(world).run(table);
            case "http" -> new HttpBench(world).run(table);
            case "jmh" -> MicroBench.run(table);
            case "profile" -> {
                Part ask = new AnswerBench(world).ask();
                Profile.run("answer", () -> Cost.of(ask, world.questions()));
                new HttpBench(world).profile();
            }
            default ->
                throw new IllegalArgumentException(
                        "no benchmark is called " + one + "; there are " + ALL + ", profile");
        }
    }
}
