package sourcebook.corpus.sandbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.extract.Unreadable;

/** The child: reads one file after another from its standard input until that ends. */
public final class ParserMain {
    /** What turns a file into an extract. */
    interface Parsing {
        Extract extract(Kind kind, byte[] file) throws Unreadable;
    }

    private ParserMain() {}

    public static void main(String[] arguments) throws IOException {
        run(Kind::extract);
    }

    /** Answers until there are no more files. What parsers print goes nowhere, for the standard output is the answer's. */
    static void run(Parsing parsing) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        NoNetwork.install();
        Kind[] kinds = Kind.values();
        out.writeByte(Wire.READY);
        out.flush();
        for (int kind = in.read(); kind >= 0; kind = in.read()) {
            byte[] file = in.readNBytes(in.readInt());
            answer(parsing, kinds[kind], file, out);
        }
    }

    private static void answer(Parsing parsing, Kind kind, byte[] file, DataOutputStream out) throws IOException {
        try {
            Wire.read(out, parsing.extract(kind, file));
        } catch (Unreadable e) {
            Wire.refused(out, e);
        }
    }
}
