package io.github.predella.data.rest;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.nio.NIOTransport;

/**
 * The server's connection beneath a request. No standard names it, so only this class, {@link ZeroCopy} and
 * {@code boot.FrontDoor} know it.
 *
 * <p>The request of the servlet has to be unwrapped to that of the server beneath. The two steps are looked up by name,
 * because the classes between are not published. The request itself is not kept: the server uses it again for others.
 */
public final class ServerConnection {

    private static final Optional<Unwrapping> UNWRAPPING = Unwrapping.find();

    private final FilterChainContext chain;
    private final Connection<?> connection;
    private final Closeable exchange;
    private final boolean plain;

    private ServerConnection(Request request) {
        chain = request.getContext();
        connection = request.getRequest().getConnection();
        exchange = request.getRequest().getProcessingState().getHttpContext().getCloseable();
        plain = !request.isSecure();
    }

    /** Whether bytes go to the socket as they are; proxies may have encrypted the way before them. */
    boolean isPlain() {
        return plain;
    }

    /** The connection of a request, where the server is one of whose connections this class knows. */
    public static Optional<ServerConnection> of(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        ServletRequest innermost = inner;
        return UNWRAPPING.flatMap(unwrapping -> unwrapping.request(innermost)).map(ServerConnection::new);
    }

    /**
     * Whether nothing but the answer of this request goes over the connection, and nothing of a former answer still
     * waits to be sent.
     */
    boolean isFree() {
        return exchange == connection
                && connection instanceof NIOConnection nio
                && nio.getAsyncWriteQueue().isEmpty();
    }

    /** What the server does about all connections of this port; empty when it is not what this class knows. */
    public Optional<NIOTransport> transport() {
        return connection.getTransport() instanceof NIOTransport transport ? Optional.of(transport) : Optional.empty();
    }

    /** The way to send what is not made of bytes in the heap. To be used while the request is open only. */
    FilterChainContext chain() {
        return chain;
    }

    /** Closes the connection, or this exchange where others share it, without sending what still waits. */
    void terminate() {
        exchange.terminateSilently();
    }

    /** Lets whoever writes to the client wait for it without an end; somebody else has to watch. */
    void waitLong() {
        connection.setWriteTimeout(-1, TimeUnit.MILLISECONDS);
    }

    /** Lets whoever writes to the client wait as long as the server is set to. */
    void waitAsUsual() {
        connection.setWriteTimeout(
                connection.getTransport().getWriteTimeout(TimeUnit.MILLISECONDS), TimeUnit.MILLISECONDS);
    }

    /** The steps from the request of a servlet to that of the server. */
    private record Unwrapping(Class<?> facade, MethodHandle toCatalina, MethodHandle toGrizzly) {

        static Optional<Unwrapping> find() {
            try {
                var lookup = MethodHandles.publicLookup();
                var facade = Class.forName("org.apache.catalina.connector.RequestFacade");
                var catalina = Class.forName("org.apache.catalina.connector.Request");
                return Optional.of(new Unwrapping(
                        facade,
                        lookup.findVirtual(facade, "getUnwrappedCoyoteRequest", MethodType.methodType(catalina)),
                        lookup.findVirtual(catalina, "getCoyoteRequest", MethodType.methodType(Request.class))));
            } catch (ReflectiveOperationException | LinkageError anotherServer) {
                return Optional.empty();
            }
        }

        Optional<Request> request(ServletRequest request) {
            if (!facade.isInstance(request)) {
                return Optional.empty();
            }
            try {
                return Optional.of((Request) toGrizzly.invoke(toCatalina.invoke(request)));
            } catch (RuntimeException | Error failure) {
                throw failure;
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
