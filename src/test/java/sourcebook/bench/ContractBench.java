package sourcebook.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import sourcebook.answer.Answering;
import sourcebook.answer.contract.Contracts;
import sourcebook.library.Library;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.model.Answer;
import sourcebook.model.audience.Clearance;

/**
 * Writes one release package of invented awards, a million if no other number is given, lets the library read it as it
 * reads any, and measures lists with totals over them and questions for a fact of one of them, each from the words to the
 * answer: medians over differing questions. Run with the heap to be measured: {@code java -Xmx512m … ContractBench 1000000}.
 */
public final class ContractBench {
    private static final int ROUNDS = 60;
    private static final int WARM_UP = 20;
    private static final int BUYERS = 400;
    private static final int SUPPLIERS = 50_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
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
            long size = write(awards, folder.resolve("corpus"));
            System.out.printf("one release package of %,d awards, %,d MB%n", awards, size >> 20);
            try (Library library = new Library(folder.resolve("corpus"), folder.resolve("state"), null, CLOCK)) {
                long start = System.nanoTime();
                Reindex outcome = library.reindex(Order.by(Actor.operator("the bench")), Progress.Watcher.NONE);
                if (!(outcome instanceof Reindex.Published)) {
                    throw new IllegalStateException("not published: " + outcome);
                }
                System.out.printf("read and indexed in %.1f s%n", (System.nanoTime() - start) / 1e9);
                lists(new Contracts(library::lease));
                facts(new Answering(library::lease), awards);
            }
            System.out.printf("heap %d MB at most%n", Runtime.getRuntime().maxMemory() >> 20);
        } finally {
            delete(folder);
        }
    }

    private static void lists(Contracts contracts) throws IOException {
        Random random = new Random(2);
        List<Double> millis = new ArrayList<>();
        long found = 0;
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            String typed = String.format(LISTS.get(round % LISTS.size()), 1 + random.nextInt(8));
            long start = System.nanoTime();
            found += contracts.list(typed, TODAY, Clearance.PUBLIC).count();
            millis.add((System.nanoTime() - start) / 1e6);
        }
        print("filtered, sorted list with totals (" + found + " found in all)", millis);
    }

    private static void facts(Answering answering, int awards) throws IOException {
        Random random = new Random(3);
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            int number = random.nextInt(awards);
            long start = System.nanoTime();
            Answer answer = answering
                    .ask("How much is “" + title(number) + "” worth?", null, 3)
                    .answer();
            millis.add((System.nanoTime() - start) / 1e6);
            String worth = String.format("£%,d", worth(number));
            if (!(answer instanceof Answer.Found found)
                    || !String.valueOf(found.headline()).contains(worth)) {
                throw new IllegalStateException(worth + " is not the answer for " + title(number) + ": " + answer);
            }
        }
        print("one fact of one contract", millis);
    }

    private static void print(String what, List<Double> millis) {
        double[] measured =
                millis.stream().skip(WARM_UP).mapToDouble(one -> one).sorted().toArray();
        System.out.printf(
                "%s: median %.1f ms of %.1f to %.1f%n",
                what, measured[measured.length / 2], measured[0], measured[measured.length - 1]);
    }

    private static long write(int awards, Path corpus) throws IOException {
        Path articles = Files.createDirectories(corpus.resolve("articles"));
        Files.writeString(articles.resolve("one.txt"), "An article that stands here because a corpus has one.\n");
        Path file = Files.createDirectories(corpus.resolve("contracts")).resolve("awards.json");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("uri", "https://example.org/awards.json");
            json.writeStringField("version", "1.1");
            json.writeStringField("publishedDate", "2026-01-01T00:00:00Z");
            json.writeObjectFieldStart("publisher");
            json.writeStringField("name", "Example Register");
            json.writeEndObject();
            json.writeArrayFieldStart("releases");
            for (int number = 0; number < awards; number++) {
                release(number, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return Files.size(file);
    }

    private static void release(int number, JsonGenerator json) throws IOException {
        Random random = new Random(number);
        Named buyer = Named.buyer(random);
        Named supplier = Named.supplier(random);
        LocalDate begin = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4_000));
        json.writeStartObject();
        json.writeStringField("ocid", "ocds-exmple-" + number);
        json.writeStringField("id", number + "-1");
        json.writeStringField("date", "2026-01-01T00:00:00Z");
        json.writeArrayFieldStart("tag");
        json.writeString("contract");
        json.writeEndArray();
        json.writeStringField("initiationType", "tender");
        json.writeArrayFieldStart("parties");
        buyer.party("buyer", json);
        supplier.party("supplier", json);
        json.writeEndArray();
        json.writeFieldName("buyer");
        buyer.reference(json);
        tender(number, random, json);
        award(number, supplier, json);
        contract(number, begin, begin.plusDays(200 + random.nextInt(2_000)), json);
        json.writeEndObject();
    }

    private static void tender(int number, Random random, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tender");
        json.writeStringField("id", number + "-tender");
        json.writeStringField("title", title(number));
        json.writeStringField(
                "description",
                ("Invented for measuring: " + title(number)
                                + ", with all that belongs to it, as a notice of a middling council describes what it buys. ")
                        .repeat(7));
        json.writeArrayFieldStart("items");
        json.writeStartObject();
        json.writeStringField("id", "1");
        json.writeObjectFieldStart("classification");
        json.writeStringField("scheme", "CPV");
        json.writeStringField("id", "7" + (1_000_000 + random.nextInt(9_000_000)));
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void award(int number, Named supplier, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("awards");
        json.writeStartObject();
        json.writeStringField("id", number + "-award");
        json.writeStringField("title", title(number));
        json.writeStringField("status", "active");
        json.writeArrayFieldStart("suppliers");
        supplier.reference(json);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void contract(int number, LocalDate begin, LocalDate end, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("contracts");
        json.writeStartObject();
        json.writeStringField("id", number + "-contract");
        json.writeStringField("awardID", number + "-award");
        json.writeStringField("title", title(number));
        json.writeStringField("status", "active");
        json.writeObjectFieldStart("period");
        json.writeStringField("startDate", begin + "T00:00:00Z");
        json.writeStringField("endDate", end + "T00:00:00Z");
        json.writeEndObject();
        json.writeObjectFieldStart("value");
        json.writeNumberField("amount", worth(number));
        json.writeStringField("currency", "GBP");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private record Named(String id, String name) {
        static Named buyer(Random random) {
            int number = random.nextInt(BUYERS);
            return new Named(
                    "XM-EXAMPLE-B" + number, PLACES.get(number % PLACES.size()) + " Example " + number + " Council");
        }

        static Named supplier(Random random) {
            int number = random.nextInt(SUPPLIERS);
            return new Named("XM-EXAMPLE-S" + number, "Example " + number + " Ltd");
        }

        void party(String role, JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField("name", name);
            json.writeObjectFieldStart("address");
            json.writeStringField("countryName", "United Kingdom");
            json.writeEndObject();
            json.writeArrayFieldStart("roles");
            json.writeString(role);
            json.writeEndArray();
            json.writeEndObject();
        }

        void reference(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField("name", name);
            json.writeEndObject();
        }
    }

    private static String title(int number) {
        Random random = new Random(-number);
        return PLACES.get(random.nextInt(10)) + " " + WORKS.get(random.nextInt(WORKS.size())) + " and "
                + WORKS.get(random.nextInt(WORKS.size())) + " lot " + number;
    }

    private static int worth(int number) {
        return 1_000 + new Random(31L * number).nextInt(5_000_000);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
