package sourcebook.index.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Citation;
import sourcebook.model.Passage;

/**
 * A passage as one binary value, not compressed: an answer reads a few from all over the index, and unpacking the blocks
 * around them would cost more than all else.
 *
 * <p>Layout: the citation's parts as strings, those that may be lacking behind a byte that is 1 where they are there; where
 * the passage starts in its article; its text; its SHA-256.
 */
public final class StoredPassage {
    private StoredPassage() {}

    static BytesRef encode(Passage passage) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            write(out, passage.citation());
            out.writeVInt(passage.start());
            out.writeString(passage.text());
            out.writeString(passage.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    /** The passage, with its hash as stored. */
    public static Passage passage(BytesRef value) throws IOException {
        DataInput in = open(value);
        return new Passage(citation(in), in.readVInt(), in.readString(), in.readString());
    }

    /** Its citation alone. */
    public static Citation citation(BytesRef value) throws IOException {
        return citation(open(value));
    }

    private static void write(ByteBuffersDataOutput out, Citation citation) throws IOException {
        out.writeString(citation.article());
        out.writeString(citation.title());
        writeIfAny(out, citation.author());
        writeIfAny(out, citation.publisher());
        writeIfAny(out, citation.url());
        writeIfAny(out, citation.published());
        writeIfAny(out, citation.record());
    }

    private static Citation citation(DataInput in) throws IOException {
        return new Citation(
                in.readString(),
                in.readString(),
                readIfAny(in),
                readIfAny(in),
                readIfAny(in),
                Stored.date(readIfAny(in)),
                readIfAny(in));
    }

    private static void writeIfAny(ByteBuffersDataOutput out, @Nullable Object value) throws IOException {
        out.writeByte((byte) (value == null ? 0 : 1));
        if (value != null) {
            out.writeString(value.toString());
        }
    }

    private static @Nullable String readIfAny(DataInput in) throws IOException {
        return in.readByte() == 0 ? null : in.readString();
    }

    private static DataInput open(BytesRef value) {
        return new ByteArrayDataInput(value.bytes, value.offset, value.length);
    }
}
