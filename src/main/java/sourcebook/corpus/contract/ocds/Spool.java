package sourcebook.corpus.contract.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sourcebook.corpus.contract.reading.Json;

/**
 * Brings the releases of each process together, whatever files they stand in and however many there are: they are divided
 * by their ocid into buckets, which go to the disk when they grow, and one bucket at a time is read back. For one thread.
 */
public final class Spool implements Closeable {
    private static final int BUCKETS = 256;
    private static final long IN_MEMORY = 32L << 20;

    /** Takes the releases of one process, in the order in which they were added. */
    public interface Processes {
        void process(String ocid, List<Piece> pieces) throws IOException;
    }

    private final Path folder;
    private final List<ByteArrayOutputStream> buckets = new ArrayList<>();
    private long inMemory;

    /** A spool that makes files in a folder, which is made when it is needed, and deletes them when it is closed. */
    public Spool(Path folder) {
        this.folder = folder;
        for (int i = 0; i < BUCKETS; i++) {
            buckets.add(new ByteArrayOutputStream());
        }
    }

    public void add(Piece piece) throws IOException {
        ArrayNode line = Json.MAPPER.createArrayNode();
        line.add(piece.file()).add(piece.path()).add(piece.publisher()).add(piece.json());
        byte[] bytes = Json.MAPPER.writeValueAsBytes(line);
        ByteArrayOutputStream bucket = buckets.get(Math.floorMod(piece.ocid().hashCode(), BUCKETS));
        for (int shift = 24; shift >= 0; shift -= 8) {
            bucket.write(bytes.length >>> shift);
        }
        bucket.writeBytes(bytes);
        inMemory += bytes.length;
        if (inMemory > IN_MEMORY) {
            write();
        }
    }

    private void write() throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < BUCKETS; i++) {
            ByteArrayOutputStream bucket = buckets.get(i);
            try (OutputStream out =
                    Files.newOutputStream(file(i), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                bucket.writeTo(out);
            }
            buckets.set(i, new ByteArrayOutputStream());
        }
        inMemory = 0;
    }

    /** Gives every process once. */
    public void each(Processes processes) throws IOException {
        for (int i = 0; i < BUCKETS; i++) {
            for (Map.Entry<String, List<Piece>> process : bucket(i).entrySet()) {
                processes.process(process.getKey(), process.getValue());
            }
        }
    }

    private Map<String, List<Piece>> bucket(int number) throws IOException {
        Map<String, List<Piece>> byOcid = new LinkedHashMap<>();
        InputStream kept = new ByteArrayInputStream(buckets.get(number).toByteArray());
        InputStream written = Files.exists(file(number))
                ? new BufferedInputStream(Files.newInputStream(file(number)))
                : InputStream.nullInputStream();
        try (DataInputStream in = new DataInputStream(new SequenceInputStream(written, kept))) {
            while (true) {
                JsonNode line = Json.MAPPER.readTree(in.readNBytes(in.readInt()));
                Piece piece = new Piece(
                        line.get(0).asText(),
                        line.get(1).asText(),
                        line.get(2).isNull() ? null : line.get(2).asText(),
                        (ObjectNode) line.get(3));
                byOcid.computeIfAbsent(piece.ocid(), ocid -> new ArrayList<>()).add(piece);
            }
        } catch (EOFException end) {
            return byOcid;
        }
    }

    private Path file(int number) {
        return folder.resolve("bucket-" + number);
    }

    @Override
    public void close() throws IOException {
        for (int i = 0; i < BUCKETS; i++) {
            Files.deleteIfExists(file(i));
        }
        Files.deleteIfExists(folder);
    }
}
