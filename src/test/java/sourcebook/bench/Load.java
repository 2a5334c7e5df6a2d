package sourcebook.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Requests sent as fast as the answers come, each connection waiting for one before it sends the next.
 *
 * @param cpuMicros processor time of the whole process for one request, server and client together
 * @param nanos how long each request took
 * @param bodies what came back, in the order of the requests
 */
record Load(double perSecond, double cpuMicros, long[] nanos, byte[][] bodies) {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static Load of(int port, int connections, List<byte[]> requests) throws IOException {
        Run run = new Run(requests);
        List<Connection> open = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                open.add(new Connection(port));
            }
            long cpu = PROCESS.getProcessCpuTime();
            long start = System.nanoTime();
            List<Future<?>> sending = new ArrayList<>();
            open.forEach(connection -> sending.add(clients.submit(() -> run.send(connection))));
            finish(sending);
            double seconds = (System.nanoTime() - start) / 1e9;
            double micros = (PROCESS.getProcessCpuTime() - cpu) / 1e3 / requests.size();
            return new Load(requests.size() / seconds, micros, run.nanos, run.bodies);
        } finally {
            for (Connection connection : open) {
                connection.close();
            }
        }
    }

    private static void finish(List<Future<?>> sending) throws IOException {
        try {
            for (Future<?> one : sending) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a request failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static final class Run {
        private final List<byte[]> requests;
        private final AtomicInteger next = new AtomicInteger();
        private final long[] nanos;
        private final byte[][] bodies;

        Run(List<byte[]> requests) {
            this.requests = requests;
            this.nanos = new long[requests.size()];
            this.bodies =
                    IntStream.range(0, nanos.length).mapToObj(i -> new byte[0]).toArray(byte[][]::new);
        }

        Object send(Connection connection) throws IOException {
            for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                long start = System.nanoTime();
                bodies[i] = connection.exchange(requests.get(i));
                nanos[i] = System.nanoTime() - start;
            }
            return this;
        }
    }
}
