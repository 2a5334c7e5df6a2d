package sourcebook.index.build;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import sourcebook.embed.Embedder;

/**
 * Makes the vectors of many sentences: those made before come from the cache, the others are made on all processors and
 * kept. For one thread.
 */
public final class SentenceVectors implements Closeable {
    private static final long LONGEST_BATCH_SECONDS = 60;

    private final Embedder embedder;
    private final EmbeddingCache cache;
    private final ExecutorService workers;
    private long made;

    private SentenceVectors(Embedder embedder, EmbeddingCache cache) {
        this.embedder = embedder;
        this.cache = cache;
        this.workers = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("embed-", 1).daemon().factory());
    }

    /** Vectors made by a model, kept in a folder. */
    public static SentenceVectors open(Embedder embedder, Path cache) throws IOException {
        return new SentenceVectors(embedder, EmbeddingCache.open(cache));
    }

    /** How many vectors were made anew since the start. */
    public long made() {
        return made;
    }

    /** Lets the vectors made so far be had without making them again. */
    public void keep() throws IOException {
        cache.reopen();
    }

    /**
     * The vectors of the texts, in their order.
     *
     * @param progress told how many were made anew since the start, each time there are more
     */
    public List<byte[]> of(List<String> texts, Ticker progress) throws IOException {
        byte[][] vectors = new byte[texts.size()][];
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = cache.get(texts.get(i)).orElse(null);
            if (vectors[i] == null) {
                missing.add(i);
            }
        }
        make(texts, missing, vectors, progress);
        return Arrays.asList(vectors);
    }

    /** Texts of like length go together, for a batch is as slow as its longest. */
    private void make(List<String> texts, List<Integer> missing, byte[][] vectors, Ticker progress) throws IOException {
        missing.sort(Comparator.comparing(i -> texts.get(i).length()));
        List<List<Integer>> batches = IntStream.iterate(0, i -> i < missing.size(), i -> i + Embedder.BATCH)
                .mapToObj(i -> missing.subList(i, Math.min(i + Embedder.BATCH, missing.size())))
                .toList();
        List<Future<List<byte[]>>> futures = new ArrayList<>();
        for (List<Integer> batch : batches) {
            Callable<List<byte[]>> work =
                    () -> embedder.passages(batch.stream().map(texts::get).toList());
            futures.add(workers.submit(work));
        }
        for (int b = 0; b < futures.size(); b++) {
            List<byte[]> batch = result(futures.get(b));
            for (int i = 0; i < batch.size(); i++) {
                int place = batches.get(b).get(i);
                vectors[place] = batch.get(i);
                cache.put(texts.get(place), batch.get(i));
            }
            made += batch.size();
            progress.at(made);
        }
    }

    private static List<byte[]> result(Future<List<byte[]>> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IOException("sentences could not be embedded", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("embedding was interrupted", e);
        }
    }

    /** Waits for batches that are being made: the model is not to be closed under them. */
    @Override
    public void close() throws IOException {
        workers.shutdownNow();
        try {
            if (!workers.awaitTermination(LONGEST_BATCH_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("sentences are still being embedded");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            cache.close();
        }
    }
}
