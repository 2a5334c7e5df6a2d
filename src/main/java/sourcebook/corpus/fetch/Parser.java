package sourcebook.corpus.fetch;

import java.io.Closeable;
import java.io.IOException;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.sandbox.Kind;
import sourcebook.corpus.sandbox.Sandbox;

/** Reads what servers send, where hostile files are read. */
interface Parser extends Closeable {
    Extract extract(Kind kind, byte[] bytes) throws IOException;

    /** One with processes of its own, which closing ends. */
    static Parser sandboxed() {
        Sandbox sandbox = new Sandbox();
        return new Parser() {
            @Override
            public Extract extract(Kind kind, byte[] bytes) throws IOException {
                return sandbox.extract(kind, bytes);
            }

            @Override
            public void close() {
                sandbox.close();
            }
        };
    }
}
