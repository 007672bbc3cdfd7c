package io.github.predella.data.rest;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.glassfish.grizzly.CompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.http.io.OutputBuffer;
import org.glassfish.grizzly.http.server.Request;

/**
 * The server's own way of sending a file: from the page cache to the socket, without a copy through the heap and
 * without a thread that waits for a slow reader. It is no part of any standard, so it lives in this class alone; where
 * it is not to be had, data is streamed.
 *
 * <p>The request of the servlet has to be unwrapped to that of the server beneath. The two steps are looked up by name,
 * because the classes between are not published.
 */
final class ZeroCopy {

    private static final Optional<ZeroCopy> AVAILABLE = find();

    private final MethodHandle toCatalina;
    private final MethodHandle toGrizzly;

    private ZeroCopy(MethodHandle toCatalina, MethodHandle toGrizzly) {
        this.toCatalina = toCatalina;
        this.toGrizzly = toGrizzly;
    }

    /** The way, where this server has it and has it switched on. */
    static Optional<ZeroCopy> available() {
        return AVAILABLE;
    }

    private static Optional<ZeroCopy> find() {
        if (!Boolean.getBoolean("org.glassfish.grizzly.http.USE_SEND_FILE")) {
            return Optional.empty();
        }
        try {
            var lookup = MethodHandles.publicLookup();
            var facade = Class.forName("org.apache.catalina.connector.RequestFacade");
            var catalina = Class.forName("org.apache.catalina.connector.Request");
            return Optional.of(new ZeroCopy(
                    lookup.findVirtual(facade, "getUnwrappedCoyoteRequest", MethodType.methodType(catalina)),
                    lookup.findVirtual(catalina, "getCoyoteRequest", MethodType.methodType(Request.class))));
        } catch (ReflectiveOperationException | LinkageError anotherServer) {
            return Optional.empty();
        }
    }

    /**
     * Sends a part of a file as the body of an answer whose headers are set. The request must be asynchronous by now.
     *
     * @param endings runs the endings, never on the calling thread; see the comment inside
     * @param ending what to do when everything was sent or the client has gone; called once
     */
    @SuppressWarnings("rawtypes") // the server declares its handler so
    void send(ServletRequest request, Path file, long offset, long length, Executor endings, Runnable ending) {
        Request grizzly = unwrapped(request);
        OutputBuffer output = grizzly.getResponse().getOutputBuffer();
        output.sendfile(file.toFile(), offset, length, new CompletionHandler<>() {
            @Override
            public void completed(WriteResult result) {
                end(false);
            }

            @Override
            public void failed(Throwable clientGone) {
                end(true);
            }

            @Override
            public void cancelled() {
                end(true);
            }

            @Override
            public void updated(WriteResult result) {
                // Only the end matters.
            }

            /**
             * The server calls back on the thread that serves all its sockets. Completing the request may wait for a
             * socket, and then nobody would be served; so it happens elsewhere, and a broken connection goes first.
             */
            private void end(boolean broken) {
                if (broken) {
                    grizzly.getRequest().getConnection().terminateSilently();
                }
                try {
                    endings.execute(ending);
                } catch (RejectedExecutionException stopping) {
                    grizzly.getRequest().getConnection().terminateSilently();
                }
            }
        });
    }

    private Request unwrapped(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        try {
            return (Request) toGrizzly.invoke(toCatalina.invoke(inner));
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
