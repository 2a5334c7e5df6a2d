package sourcebook.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What one question cost on the average.
 *
 * @param cpuMicros processor time of the thread that did it
 * @param bytes allocated by it
 * @param wallNanos the time that each question took by the clock on the wall
 */
record Cost(double cpuMicros, double bytes, long[] wallNanos) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Does a part once for all questions, then checks what came of it. */
    static Cost of(Part part, List<Known> questions) throws IOException {
        Object[] results = new Object[questions.size()];
        long[] wall = new long[results.length];
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long cpu = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < results.length; i++) {
            long start = System.nanoTime();
            results[i] = part.step().of(questions.get(i));
            wall[i] = System.nanoTime() - start;
        }
        long cpuUsed = THREADS.getCurrentThreadCpuTime() - cpu;
        long bytesUsed = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        for (int i = 0; i < results.length; i++) {
            part.check().of(questions.get(i), results[i]);
        }
        return new Cost(cpuUsed / 1e3 / results.length, (double) bytesUsed / results.length, wall);
    }
}
