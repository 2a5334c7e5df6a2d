package sourcebook.corpus.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.ProtocolFamily;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/**
 * Takes the network from this process as far as Java can: no socket and no channel can be made. Names are not looked up
 * either where the process was started with an empty {@code jdk.net.hosts.file}.
 */
public final class NoNetwork extends SelectorProvider {
    /** Called by the Java runtime, which is told of this class by a system property. */
    public NoNetwork() {}

    /** Cannot be undone. */
    @SuppressWarnings("deprecation") // There is no other way to refuse all sockets.
    static void install() throws IOException {
        Socket.setSocketImplFactory(() -> {
            throw new UncheckedIOException(refused());
        });
        ServerSocket.setSocketFactory(() -> {
            throw new UncheckedIOException(refused());
        });
        DatagramSocket.setDatagramSocketImplFactory(() -> {
            throw new UncheckedIOException(refused());
        });
    }

    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        throw refused();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        throw refused();
    }

    @Override
    public Pipe openPipe() throws IOException {
        throw refused();
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        throw refused();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        throw refused();
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        throw refused();
    }

    private static IOException refused() {
        return new IOException("files are read without a network");
    }
}
