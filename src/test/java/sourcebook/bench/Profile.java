package sourcebook.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the processor's time and the memory of an answer go, by the JVM's own flight recorder. */
final class Profile {
    private static final Duration LONG = Duration.ofSeconds(15);
    private static final int SHOWN = 20;

    /** Counts native code and waits in the system as well; JDK 25 or later, on Linux. */
    private static final String BY_CPU_TIME = "jdk.CPUTimeSample";

    private static final String BY_CLOCK = "jdk.ExecutionSample";
    private static final String ALLOCATION = "jdk.ObjectAllocationSample";
    private static final List<String> LAYERS =
            List.of("sourcebook.", "com.slack.", "org.eclipse.jetty.", "com.fasterxml.", "com.github.benmanes.");

    private Profile() {}

    /** Something to do again and again while the recorder runs. */
    interface Work {
        void once() throws IOException;
    }

    /** Does the work for some time, prints the commonest places, and leaves the recording. */
    static void run(String name, Work work) throws IOException {
        Path file = Path.of("target", "bench", name + ".jfr");
        work.once();
        String samples = samples();
        try (Recording recording = new Recording()) {
            recording.enable(samples).with(samples.equals(BY_CLOCK) ? "period" : "throttle", "5ms");
            recording.enable(ALLOCATION).with("throttle", "2000/s");
            recording.start();
            long end = System.nanoTime() + LONG.toNanos();
            while (System.nanoTime() < end) {
                work.once();
            }
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        List<RecordedEvent> time = of(events, samples);
        print(name + ": processor time by thread", time, Profile::thread, event -> 1);
        print(name + ": processor time by method", time, Profile::top, event -> 1);
        print(
                name + ": processor time by the method of ours, or of a server's layer, that led there",
                time,
                Profile::layer,
                event -> 1);
        print(name + ": bytes by the same", of(events, ALLOCATION), Profile::layer, event -> event.getLong("weight"));
    }

    private static String samples() {
        return FlightRecorder.getFlightRecorder().getEventTypes().stream()
                        .anyMatch(type -> type.getName().equals(BY_CPU_TIME))
                ? BY_CPU_TIME
                : BY_CLOCK;
    }

    private static List<RecordedEvent> of(List<RecordedEvent> events, String kind) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(kind))
                .filter(event -> event.getStackTrace() != null)
                .filter(event -> !event.getStackTrace().getFrames().isEmpty())
                .filter(event -> !layer(event).startsWith("sourcebook.bench."))
                .toList();
    }

    private static void print(
            String title,
            List<RecordedEvent> events,
            Function<RecordedEvent, String> place,
            Function<RecordedEvent, ? extends Number> weight) {
        Map<String, Double> sums = new TreeMap<>();
        events.forEach(
                event -> sums.merge(place.apply(event), weight.apply(event).doubleValue(), Double::sum));
        double all = sums.values().stream().mapToDouble(sum -> sum).sum();
        System.out.println("\n" + title);
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(entry -> System.out.printf("  %5.1f %%  %s%n", 100 * entry.getValue() / all, entry.getKey()));
    }

    private static String thread(RecordedEvent event) {
        var thread = event.getThread(event.hasField("eventThread") ? "eventThread" : "sampledThread");
        return thread == null ? "none" : String.valueOf(thread.getJavaName()).replaceAll("\\d+", "N");
    }

    private static String top(RecordedEvent event) {
        return name(event.getStackTrace().getFrames().getFirst());
    }

    private static String layer(RecordedEvent event) {
        return event.getStackTrace().getFrames().stream()
                .map(Profile::name)
                .filter(name -> LAYERS.stream().anyMatch(name::startsWith))
                .findFirst()
                .orElse("none of them");
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }
}
