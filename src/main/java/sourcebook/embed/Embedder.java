package sourcebook.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The sentence-embedding model e5-small-v2 (Wang et al., 2022; MIT licence), quantised to 8 bits, run in this process by
 * ONNX Runtime. It comes in a jar and is never fetched. Questions and passages are marked as such, as the model was
 * trained to expect. Safe for many threads; each call uses the calling thread alone.
 */
public final class Embedder implements AutoCloseable {
    /** The model's name, kept with every index made with it. */
    public static final String MODEL = "e5-small-v2-q";

    /** Texts in one call beyond this only use more memory: measured, eight sentences are fastest. */
    public static final int BATCH = 8;

    /** Longer sentences are read to here, in word pieces: the time grows with the square of it. */
    private static final int MAX_PIECES = 192;

    private static final long START_STACK_BYTES = 32L << 20;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece pieces;

    private Embedder(OrtEnvironment environment, OrtSession session, WordPiece pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /**
     * Loads the model, which takes about a second.
     *
     * @throws IOException if it is missing or damaged
     */
    public static Embedder load() throws IOException {
        return load("/" + MODEL + ".onnx", "/" + MODEL + "-tokenizer.json");
    }

    /**
     * The runtime's environment, made on a thread with a deep stack: making it recurses for each character of what the
     * runtime reads of the machine, which on some machines is more than the megabyte that Java's threads have.
     */
    private static OrtEnvironment environment() throws IOException {
        FutureTask<OrtEnvironment> made = new FutureTask<>(OrtEnvironment::getEnvironment);
        new Thread(null, made, "embed-start", START_STACK_BYTES).start();
        try {
            return made.get();
        } catch (ExecutionException e) {
            throw new IOException("the model runtime cannot start: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while the model runtime was starting", e);
        }
    }

    static Embedder load(String model, String tokenizer) throws IOException {
        try {
            WordPiece pieces = new WordPiece(vocabulary(resource(tokenizer)));
            OrtEnvironment environment = environment();
            return new Embedder(environment, environment.createSession(resource(model), options()), pieces);
        } catch (IOException | OrtException | RuntimeException | LinkageError e) {
            throw new IOException(
                    "the embedding model " + MODEL + " is missing or damaged (" + e.getMessage()
                            + "); build again, or go on with --no-embeddings",
                    e);
        }
    }

    /** The vector of a question. */
    public byte[] question(String text) {
        return embed(List.of("query: " + text)).getFirst();
    }

    /** The vectors of texts to be found, in their order; at most {@link #BATCH} texts at once. */
    public List<byte[]> passages(List<String> texts) {
        return embed(texts.stream().map(text -> "passage: " + text).toList());
    }

    /** Whether a word, in lower case, is one that the model was taught as a whole: an English word or a common name. */
    public boolean knows(String word) {
        return pieces.knows(word);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model could not be closed", e);
        }
    }

    private List<byte[]> embed(List<String> texts) {
        List<long[]> ids =
                texts.stream().map(text -> pieces.ids(text, MAX_PIECES)).toList();
        int longest = ids.stream().mapToInt(row -> row.length).max().orElseThrow();
        long[] shape = {ids.size(), longest};
        try (OnnxTensor input = tensor(padded(ids, longest), shape);
                OnnxTensor mask = tensor(mask(ids, longest), shape);
                OnnxTensor types = tensor(new long[ids.size() * longest], shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            float[][][] states = (float[][][]) result.get(0).getValue();
            byte[][] vectors = new byte[ids.size()][];
            for (int i = 0; i < vectors.length; i++) {
                vectors[i] = Vectors.quantised(mean(states[i], ids.get(i).length));
            }
            return Arrays.asList(vectors);
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model failed", e);
        }
    }

    /** The mean of the pieces' states, brought to length one. */
    private static float[] mean(float[][] states, int pieces) {
        float[] sum = new float[Vectors.DIMENSIONS];
        for (int piece = 0; piece < pieces; piece++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += states[piece][i];
            }
        }
        double squares = 0;
        for (float component : sum) {
            squares += component * component;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= length;
        }
        return sum;
    }

    private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }

    private static long[] padded(List<long[]> rows, int width) {
        long[] all = new long[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, all, i * width, rows.get(i).length);
        }
        return all;
    }

    private static long[] mask(List<long[]> rows, int width) {
        long[] all = new long[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            Arrays.fill(all, i * width, i * width + rows.get(i).length, 1);
        }
        return all;
    }

    /** One thread a call: callers bring their own, and spinning helpers collapse on a shared machine. */
    private static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Embedder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no " + name + " on the class path");
            }
            return in.readAllBytes();
        }
    }

    private static Map<String, Integer> vocabulary(byte[] tokenizer) throws IOException {
        JsonNode vocabulary = new ObjectMapper().readTree(tokenizer).at("/model/vocab");
        Map<String, Integer> numbers = new HashMap<>();
        vocabulary
                .properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asInt()));
        return numbers;
    }
}
