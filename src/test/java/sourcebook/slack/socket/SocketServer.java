package sourcebook.slack.socket;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A WebSocket server (RFC 6455, without fragments) that takes connections one after the other, and can fall silent. Slack's
 * own client talks with it in a test.
 */
public final class SocketServer implements AutoCloseable {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();

    public SocketServer() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    public URI address() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/link");
    }

    /** The next connection that was made. */
    public Connection next() throws InterruptedException {
        Connection connection = connections.poll(20, TimeUnit.SECONDS);
        if (connection == null) {
            throw new AssertionError("nobody connected");
        }
        return connection;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Connection connection = new Connection(server.accept());
                connection.shakeHands();
                connections.add(connection);
                Thread.ofVirtual().start(connection::read);
            } catch (IOException e) {
                // The next one may do better, if the server is not closed.
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** One connection; the texts that come are kept. */
    public static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;
        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private volatile boolean deaf;
        private volatile boolean answered;
        private volatile boolean ended;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            this.out = socket.getOutputStream();
        }

        /** The next text that came. */
        public String text() throws InterruptedException {
            String text = texts.poll(20, TimeUnit.SECONDS);
            if (text == null) {
                throw new AssertionError("nothing came through the socket");
            }
            return text;
        }

        public int texts() {
            return texts.size();
        }

        public void send(String text) throws IOException {
            frame(1, text.getBytes(StandardCharsets.UTF_8));
        }

        /** From now on pings are not answered. */
        public void fallSilent() {
            deaf = true;
        }

        /** Asks whether the other side is there. */
        public void ping() throws IOException {
            frame(9, new byte[] {1});
        }

        /** Whether the other side has answered a ping. */
        public boolean answered() {
            return answered;
        }

        /** Whether the other side has said goodbye, or is gone. */
        public boolean ended() {
            return ended;
        }

        private synchronized void frame(int kind, byte[] bytes) throws IOException {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(0x80 | kind);
            if (bytes.length < 126) {
                frame.write(bytes.length);
            } else if (bytes.length < 1 << 16) {
                frame.write(126);
                frame.write(bytes.length >> 8);
                frame.write(bytes.length);
            } else {
                frame.write(127);
                frame.writeBytes(
                        ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
            }
            frame.write(bytes);
            out.write(frame.toByteArray());
            out.flush();
        }

        private void shakeHands() throws IOException {
            String key = "";
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                    key = line.substring(18).strip();
                }
            }
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accepted(key) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        private static String accepted(String key) {
            try {
                byte[] digest =
                        MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
                return Base64.getEncoder().encodeToString(digest);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        private void read() {
            try {
                while (true) {
                    int kind = in.readUnsignedByte() & 0xf;
                    int length = in.readUnsignedByte() & 0x7f;
                    if (length > 125) {
                        length = length == 126 ? in.readUnsignedShort() : Math.toIntExact(in.readLong());
                    }
                    byte[] mask = in.readNBytes(4);
                    byte[] bytes = in.readNBytes(length);
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i] ^= mask[i % 4];
                    }
                    take(kind, bytes);
                }
            } catch (IOException e) {
                ended = true;
            }
        }

        private void take(int kind, byte[] bytes) throws IOException {
            switch (kind) {
                case 1 -> texts.add(new String(bytes, StandardCharsets.UTF_8));
                case 8 -> {
                    frame(8, bytes);
                    socket.close();
                }
                case 9 -> {
                    if (!deaf) {
                        frame(10, bytes);
                    }
                }
                case 10 -> answered = true;
                default -> throw new IOException("a frame of kind " + kind);
            }
        }

        /** As when a cable is cut, but told: the connection is reset. */
        @Override
        public void close() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
