package sourcebook.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import sourcebook.index.contract.ContractSearch;
import sourcebook.index.contract.ContractWriter;
import sourcebook.index.contract.OpenContracts;
import sourcebook.model.Fact;
import sourcebook.model.PartialDate;
import sourcebook.model.audience.Clearance;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Held;
import sourcebook.model.contract.Money;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Source;
import sourcebook.model.contract.Value;
import sourcebook.question.contract.ListQuestion;
import sourcebook.text.Names;
import sourcebook.text.party.PartyKey;

/**
 * Writes invented awards, a million if no other number is given, and measures lists with totals over them and finding one
 * of them: medians over differing questions. Run with the heap to be measured: {@code java -Xmx512m … ContractBench 1000000}.
 */
public final class ContractBench {
    private static final int ROUNDS = 60;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final List<String> PLACES =
            List.of("North", "South", "East", "West", "Upper", "Lower", "Great", "Little", "Old", "New");
    private static final List<String> WORKS = List.of(
            "payroll",
            "cleaning",
            "lighting",
            "catering",
            "recruitment",
            "highways",
            "parking",
            "security",
            "archives",
            "transport",
            "printing",
            "hosting",
            "housing repairs",
            "grounds",
            "laundry",
            "translation",
            "training",
            "audit");
    private static final List<String> LISTS = List.of(
            "value:>%dk ends:2027 sort:ends",
            "ends:2026-0%d..2026-12 cpv:79", "council contracts over £%dk", "value:<%dk sort:value");

    private ContractBench() {}

    public static void main(String[] arguments) throws IOException {
        int awards = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("contracts-bench");
        try {
            long start = System.nanoTime();
            write(awards, folder);
            System.out.printf("%d awards written in %.1f s%n", awards, (System.nanoTime() - start) / 1e9);
            OpenContracts open = OpenContracts.open(folder);
            measure(open, awards);
            System.out.printf("heap %d MB at most%n", Runtime.getRuntime().maxMemory() >> 20);
            open.close();
        } finally {
            delete(folder);
        }
    }

    private static void write(int awards, Path folder) throws IOException {
        Random random = new Random(1);
        try (ContractWriter writer = new ContractWriter(folder, id -> Optional.empty())) {
            for (int i = 0; i < awards; i++) {
                writer.add(contract(i, random));
            }
            writer.finish();
        }
    }

    private static Contract contract(int number, Random random) {
        String id = "ocds-bench-" + number;
        String buyer = PLACES.get(random.nextInt(10)) + " Example " + random.nextInt(400) + " Council";
        String supplier = "Example " + random.nextInt(50_000) + " Ltd";
        LocalDate begin = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4_000));
        List<Fact> facts = List.of(
                fact(id, Predicate.BUYER, new Value.Named(buyer, PartyKey.of(buyer))),
                fact(id, Predicate.SUPPLIER, new Value.Named(supplier, PartyKey.of(supplier))),
                fact(
                        id,
                        Predicate.VALUE,
                        new Value.Amount(
                                new Money(BigDecimal.valueOf(1_000 + random.nextInt(5_000_000)), "GBP"),
                                Basis.of(Basis.Kind.AWARD))),
                fact(id, Predicate.CATEGORY, new Value.Words("7" + (1_000_000 + random.nextInt(9_000_000)))),
                fact(id, Predicate.START, new Value.Day(PartialDate.of(begin))),
                fact(id, Predicate.END, new Value.Day(PartialDate.of(begin.plusDays(200 + random.nextInt(2_000))))));
        return new Contract(id, title(number, random), null, facts);
    }

    private static String title(int number, Random random) {
        return PLACES.get(random.nextInt(10)) + " " + WORKS.get(random.nextInt(WORKS.size())) + " and "
                + WORKS.get(random.nextInt(WORKS.size())) + " lot " + number;
    }

    private static Fact fact(String id, Predicate predicate, Value value) {
        PartialDate on = new PartialDate("2020-01-01");
        Source.Notice notice =
                new Source.Notice(id, id, predicate.key() + ": " + value.figure(), "Example Register", null, on);
        return new Fact(new Fact.Subject(id, null, id), predicate, value, Held.recorded(on), notice, List.of(), 0);
    }

    private static void measure(OpenContracts open, int awards) throws IOException {
        Random random = new Random(2);
        List<Double> lists = new ArrayList<>();
        List<Double> singles = new ArrayList<>();
        long found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ContractSearch search = open.search(id -> Optional.empty(), Clearance.PUBLIC);
            String typed = String.format(LISTS.get(round % LISTS.size()), 1 + random.nextInt(8));
            ListQuestion asked = ListQuestion.read(typed, Names.none(), TODAY);
            long start = System.nanoTime();
            found += search.list(asked.query()).count();
            lists.add((System.nanoTime() - start) / 1e6);
            int number = random.nextInt(awards);
            start = System.nanoTime();
            ContractSearch.Hit hit = search.find("Who supplies lot " + number + "?", List.of(), 25)
                    .getFirst();
            singles.add((System.nanoTime() - start) / 1e6);
            if (!hit.contract().title().endsWith(" lot " + number)) {
                throw new IllegalStateException(
                        "another contract than asked for: " + hit.contract().title());
            }
        }
        System.out.printf(
                "filtered, sorted list with totals: median %.1f ms of %s (%d found in all)%n",
                median(lists), range(lists), found);
        System.out.printf("one contract by words: median %.1f ms of %s%n", median(singles), range(singles));
    }

    private static double median(List<Double> millis) {
        return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElseThrow();
    }

    private static String range(List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Arrays.toString(new double[] {
            Math.round(sorted[0] * 10) / 10.0, Math.round(sorted[sorted.length - 1] * 10) / 10.0
        });
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
