package sourcebook.corpus.sandbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.extract.Extract.Remark;
import sourcebook.corpus.extract.Unreadable;

/** What parent and child say to each other: a kind and a file one way, an extract or a refusal the other. */
final class Wire {
    static final int READY = 0x5b;
    private static final int READ = 1;
    private static final int REFUSED = 2;

    /** More than any answer is; what claims to be longer is no answer. */
    private static final int MAX_BYTES = 100 << 20;

    private static final int MAX_PARTS = 10_000;

    private Wire() {}

    static void ask(DataOutputStream out, Kind kind, byte[] file) throws IOException {
        out.writeByte(kind.ordinal());
        out.writeInt(file.length);
        out.write(file);
        out.flush();
    }

    /** The answer to what was asked last. */
    static Extract answer(DataInputStream in) throws IOException {
        int kind = in.readByte();
        if (kind == REFUSED) {
            throw new Unreadable(in.readInt(), string(in));
        }
        if (kind != READ) {
            throw new IOException("no answer begins with " + kind);
        }
        Map<String, String> stated = new HashMap<>();
        for (int left = count(in); left > 0; left--) {
            stated.put(string(in), string(in));
        }
        int line = in.readInt();
        String text = string(in);
        List<Remark> remarks = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            remarks.add(new Remark(in.readInt(), string(in)));
        }
        return new Extract(stated, line, text, remarks);
    }

    static void read(DataOutputStream out, Extract extract) throws IOException {
        out.writeByte(READ);
        out.writeInt(extract.stated().size());
        for (var entry : extract.stated().entrySet()) {
            string(out, entry.getKey());
            string(out, entry.getValue());
        }
        out.writeInt(extract.line());
        string(out, extract.text());
        out.writeInt(extract.remarks().size());
        for (Remark remark : extract.remarks()) {
            out.writeInt(remark.line());
            string(out, remark.what());
        }
        out.flush();
    }

    static void refused(DataOutputStream out, Unreadable reason) throws IOException {
        out.writeByte(REFUSED);
        out.writeInt(reason.line());
        string(out, reason.what());
        out.flush();
    }

    private static void string(DataOutputStream out, String string) throws IOException {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String string(DataInputStream in) throws IOException {
        return new String(in.readNBytes(checked(in.readInt(), MAX_BYTES)), StandardCharsets.UTF_8);
    }

    private static int count(DataInputStream in) throws IOException {
        return checked(in.readInt(), MAX_PARTS);
    }

    private static int checked(int length, int max) throws IOException {
        if (length < 0 || length > max) {
            throw new IOException("no answer has " + length + " parts");
        }
        return length;
    }
}
