package sourcebook.app;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection on which a test writes what no HTTP client would. */
public final class RawConnection implements Closeable {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;

    public RawConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    /** Writes lines with the line ends of HTTP after each. */
    public RawConnection lines(String... lines) throws IOException {
        return bytes((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    public RawConnection bytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Writes blocks until the other side stops to take them, or until that many bytes; returns how many went out. */
    public long flood(long bytes) {
        byte[] block = new byte[64 << 10];
        long written = 0;
        try {
            OutputStream out = socket.getOutputStream();
            while (written < bytes) {
                out.write(block);
                written += block.length;
            }
        } catch (IOException e) {
            return written;
        }
        return written;
    }

    /** The status line of the answer. */
    public String status() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next >= 0 && next != '\n';
                next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** All that is sent until the other side closes. */
    public String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
