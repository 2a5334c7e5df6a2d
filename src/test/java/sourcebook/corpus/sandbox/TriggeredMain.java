package sourcebook.corpus.sandbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.extract.Unreadable;

/** A child whose parser does what the file says: what no real parser should, and some day one will. */
public final class TriggeredMain {
    private TriggeredMain() {}

    public static void main(String[] arguments) throws IOException {
        ParserMain.run((kind, file) -> parse(new String(file, StandardCharsets.UTF_8).strip()));
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int overflow(int depth) {
        return 1 + overflow(depth + 1);
    }

    private static Extract parse(String words) throws Unreadable {
        String[] parts = words.split(" ");
        switch (parts[0]) {
            case "spin" -> spin();
            case "sleep" -> sleep();
            case "halt" -> Runtime.getRuntime().halt(41);
            case "exit" -> System.exit(0);
            case "exhaust" -> exhaust();
            case "overflow" -> overflow(0);
            case "throw" -> throw new IllegalStateException("unforeseen");
            case "babble" -> babble(1 << 10);
            case "flood" -> babble(300 << 20);
            case "print" -> System.out.println("noise");
            default -> {}
        }
        String text = parts[0].equals("connect") ? connected(Integer.parseInt(parts[1])) : words;
        return new Extract(Map.of("environment", String.valueOf(System.getenv().keySet())), text);
    }

    private static void spin() {
        for (long i = 0; i >= 0; i++) {
            Thread.onSpinWait();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void exhaust() {
        List<byte[]> held = new ArrayList<>();
        while (held.size() < Integer.MAX_VALUE) {
            held.add(new byte[16 << 20]);
        }
    }

    private static void babble(int bytes) {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            byte[] noise = new byte[1 << 10];
            java.util.Arrays.fill(noise, (byte) 0x41);
            for (int sent = 0; sent < bytes; sent += noise.length) {
                out.write(noise);
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(42);
        }
    }

    /** Every way out that there is, and what became of each. */
    private static String connected(int port) {
        Map<String, Callable<?>> ways = Map.of(
                "socket", () -> new Socket("127.0.0.1", port),
                "channel", () -> SocketChannel.open(new InetSocketAddress("127.0.0.1", port)),
                "url",
                        () -> URI.create("http://127.0.0.1:" + port + "/")
                                .toURL()
                                .openStream(),
                "datagram", () -> datagram(port),
                "name", () -> InetAddress.getByName("quotes.example.org"));
        List<String> open = new ArrayList<>();
        ways.forEach((name, way) -> {
            try {
                way.call();
                open.add(name);
            } catch (Exception e) {
                // Closed, as it should be.
            }
        });
        return "open: " + open;
    }

    private static Object datagram(int port) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getByName("127.0.0.1"), port));
            return socket;
        }
    }
}
