package sourcebook.corpus.contract.ocds;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.contract.reading.Faults;
import sourcebook.corpus.contract.reading.Json;

/**
 * Reads a file of OCDS 1.0 or 1.1: release packages, record packages, records, releases, one or several, plain or gzipped.
 * The file is gone through twice, first for what its packages say of themselves, which may stand behind the releases;
 * one release at a time is held. What cannot be read is noted, and the rest is read. For one thread.
 */
public final class OcdsFile {
    private static final int MAX_ID = 500;
    private static final int MAX_LINE_BYTES = 64 << 20;

    private final Path path;
    private final Faults faults;
    private final Releases releases;

    /** Takes releases one by one. */
    public interface Releases {
        void add(Piece piece) throws IOException;
    }

    private interface Input {
        InputStream open() throws IOException;
    }

    public OcdsFile(Path path, Faults faults, Releases releases) {
        this.path = path;
        this.faults = faults;
        this.releases = releases;
    }

    /** Reads the file whole: by lines where its name says so, each of which may be bad by itself. */
    public void read() throws IOException {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean gzipped = name.endsWith(".gz");
        Input whole = () -> {
            InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
            return gzipped ? unzipped(in) : in;
        };
        try {
            if (name.endsWith(".jsonl") || name.endsWith(".jsonl.gz")) {
                lines(whole);
            } else if (values(whole) == 0) {
                faults.refused("", "the file is empty");
            }
        } catch (CharConversionException | ZipException | EOFException e) {
            faults.refused("", "cannot be read from here on: " + e.getMessage());
        }
    }

    private static InputStream unzipped(InputStream in) throws IOException {
        try {
            return new GZIPInputStream(in, 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private void lines(Input input) throws IOException {
        try (InputStream in = new BufferedInputStream(input.open(), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int number = 1;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    line(number++, line);
                    line.reset();
                } else if (line.size() <= MAX_LINE_BYTES) {
                    line.write(next);
                }
            }
            line(number, line);
        }
    }

    private void line(int number, ByteArrayOutputStream line) throws IOException {
        faults.atLine(number);
        if (line.size() > MAX_LINE_BYTES) {
            faults.refused("", "a line of more than 64 MB; divide it");
            return;
        }
        byte[] bytes = line.toByteArray();
        values(() -> new ByteArrayInputStream(bytes));
    }

    /** Reads the JSON values that follow each other, and says how many there were, the bad one included. */
    private int values(Input input) throws IOException {
        int values = 0;
        try (JsonParser outlines = Json.MAPPER.getFactory().createParser(input.open());
                JsonParser parser = Json.MAPPER.getFactory().createParser(input.open())) {
            while (parser.nextToken() != null) {
                values++;
                outlines.nextToken();
                value(parser, outlines, values == 1 ? "" : "value " + values + " of the file");
            }
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            faults.refused(
                    at == null || faults.line() > 0 ? "" : "line " + at.getLineNr(),
                    "not JSON from here on: " + e.getOriginalMessage());
            values++;
        }
        return values;
    }

    /** One value of the file, which both parsers stand at. */
    private void value(JsonParser parser, JsonParser outlines, String at) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            faults.refused(
                    at,
                    "expected a release package, a record package or a release, and found "
                            + kind(parser.currentToken()));
            parser.skipChildren();
            outlines.skipChildren();
            return;
        }
        Outline outline = Outline.read(outlines, faults);
        switch (outline.shape()) {
            case PACKAGE -> members(parser, outline);
            case RELEASE -> release(whole(parser), at, outline.publisher());
            case RECORD -> record(whole(parser), at, outline.publisher());
            case OTHER -> {
                faults.refused(
                        at,
                        "neither a release package (no \"releases\"), nor a record package (no \"records\"), nor a"
                                + " release (no \"ocid\")");
                parser.skipChildren();
            }
        }
    }

    private void members(JsonParser parser, Outline outline) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("releases") || name.equals("records")) {
                list(parser, name.equals("records"), outline.publisher());
            } else {
                parser.skipChildren();
            }
        }
    }

    private void list(JsonParser parser, boolean records, @Nullable String publisher) throws IOException {
        String name = records ? "/records" : "/releases";
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            faults.refused(name, "expected a list, and found " + kind(parser.currentToken()));
            parser.skipChildren();
            return;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                faults.refused(name + "/" + i, "expected an object, and found " + kind(parser.currentToken()));
                parser.skipChildren();
            } else if (records) {
                record(whole(parser), name + "/" + i, publisher);
            } else {
                release(whole(parser), name + "/" + i, publisher);
            }
        }
    }

    private static ObjectNode whole(JsonParser parser) throws IOException {
        return Json.MAPPER.readTree(parser);
    }

    /** A record's releases where it has them, and otherwise what was compiled of them. */
    private void record(ObjectNode record, String at, @Nullable String publisher) throws IOException {
        JsonNode inside = record.path("releases");
        int embedded = 0;
        for (int i = 0; i < inside.size(); i++) {
            if (inside.get(i) instanceof ObjectNode release && release.has("ocid")) {
                release(release, at + "/releases/" + i, publisher);
                embedded++;
            }
        }
        if (embedded > 0) {
            return;
        }
        if (record.path("compiledRelease") instanceof ObjectNode compiled) {
            if (!compiled.has("ocid") && record.has("ocid")) {
                compiled.set("ocid", record.get("ocid"));
            }
            release(compiled, at + "/compiledRelease", publisher);
        } else {
            faults.refused(at, "a record without its releases and without a compiled release; nothing of it is read");
        }
    }

    private void release(ObjectNode release, String at, @Nullable String publisher) throws IOException {
        JsonNode ocid = release.path("ocid");
        if (!ocid.isTextual() || ocid.asText().isBlank()) {
            faults.refused(at + "/ocid", "a release needs an ocid that is text; this one is left out");
        } else if (ocid.asText().length() > MAX_ID
                || release.path("id").asText().length() > MAX_ID) {
            faults.refused(
                    at + "/ocid", "an ocid or id of more than " + MAX_ID + " characters; the release is left out");
        } else {
            ReleaseCheck.check(release, at, faults);
            releases.add(new Piece(faults.file(), at, publisher, release));
        }
    }

    static String kind(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "nothing";
            case START_OBJECT, END_OBJECT, FIELD_NAME -> "an object";
            case START_ARRAY, END_ARRAY -> "a list";
            case VALUE_STRING -> "text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "a value";
        };
    }
}
