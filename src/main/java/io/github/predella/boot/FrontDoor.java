package io.github.predella.boot;

import io.github.predella.data.rest.ServerConnection;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.nio.NIOTransport;
import org.glassfish.grizzly.nio.SelectorRunner;
import org.glassfish.grizzly.nio.transport.TCPNIOServerConnection;

/**
 * A port of the server: the socket that listens and the connections it has let in. No standard names them, so they are
 * found from a request, and only where the server is one that this class knows.
 */
final class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class.getName());

    /** More connections than wait to be let in at one moment. */
    private static final int KNOCKING = 1024;

    private final NIOTransport transport;
    private final SelectorRunner[] runners;

    private FrontDoor(NIOTransport transport, SelectorRunner[] runners) {
        this.transport = transport;
        this.runners = runners;
    }

    /** The port through which a request came; empty when there is no way to it. */
    static Optional<FrontDoor> of(ServletRequest request) {
        return ServerConnection.of(request).flatMap(ServerConnection::transport).flatMap(FrontDoor::of);
    }

    private static Optional<FrontDoor> of(NIOTransport transport) {
        try {
            Method runners = NIOTransport.class.getDeclaredMethod("getSelectorRunners");
            runners.setAccessible(true);
            return Optional.of(new FrontDoor(transport, (SelectorRunner[]) runners.invoke(transport)));
        } catch (ReflectiveOperationException | RuntimeException anotherServer) {
            LOG.log(Level.FINE, "the listening socket cannot be reached", anotherServer);
            return Optional.empty();
        }
    }

    /** Refuses connections soon after this. Those that the system has taken for the server already are let in first. */
    void shut() {
        connections().forEach(found -> {
            if (found instanceof TCPNIOServerConnection listening) {
                transport.getSelectorHandler().execute(listening.getSelectorRunner(), () -> shut(listening), null);
            }
        });
    }

    /**
     * For the thread that lets connections in: it closes the socket when it looks for the next event, so next to nothing
     * lies between the last one that was let in and the first that is refused. What waits in the queue of a socket that
     * is closed would be cut off.
     */
    private static boolean shut(TCPNIOServerConnection listening) throws IOException {
        for (int i = 0; i < KNOCKING; i++) {
            listening.onAccept();
        }
        listening.getChannel().close();
        return true;
    }

    /** Closes the connections on which nothing is under way. */
    void closeIdle() {
        connections().filter(FrontDoor::isIdle).forEach(NIOConnection::closeSilently);
    }

    /** Closes all connections, whatever is under way. */
    void closeAll() {
        connections().forEach(NIOConnection::terminateSilently);
    }

    /** Whether no connection is open. */
    boolean isDeserted() {
        return connections().allMatch(TCPNIOServerConnection.class::isInstance);
    }

    /** The server does not wait for a request while it has one, and what is to be sent may still be in a queue. */
    private static boolean isIdle(NIOConnection connection) {
        var key = connection.getSelectionKey();
        try {
            return !(connection instanceof TCPNIOServerConnection)
                    && (key.interestOps() & SelectionKey.OP_READ) != 0
                    && connection.getAsyncWriteQueue().isEmpty();
        } catch (CancelledKeyException closed) {
            return false;
        }
    }

    private Stream<NIOConnection> connections() {
        return Stream.of(runners)
                .flatMap(runner -> List.copyOf(runner.getSelector().keys()).stream())
                .filter(SelectionKey::isValid)
                .map(transport.getSelectionKeyHandler()::getConnectionForKey)
                .filter(Objects::nonNull);
    }
}
