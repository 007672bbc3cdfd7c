package io.github.predella.data.rest;

import io.github.predella.data.Transfer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.glassfish.grizzly.CompletionHandler;
import org.glassfish.grizzly.WriteResult;

/**
 * The server's own way of sending a file: from the page cache to the socket, without a copy through the heap and
 * without a thread that waits for a slow reader. It is no part of any standard, so it lives in this class, {@link
 * FileBody} and {@link ServerConnection} alone; where it is not to be had, data is streamed.
 */
final class ZeroCopy {

    private static final boolean ON = Boolean.getBoolean("org.glassfish.grizzly.http.USE_SEND_FILE");

    private final ServerConnection connection;

    private ZeroCopy(ServerConnection connection) {
        this.connection = connection;
    }

    /**
     * The way for one request, where this server has it and has it switched on. Encrypted and shared connections need
     * the bytes in the heap. A file is put into an empty queue only, so that it never has to wait behind bytes of a
     * former answer.
     */
    static Optional<ZeroCopy> of(HttpServletRequest request) {
        return ON && request.isAsyncSupported()
                ? ServerConnection.of(request)
                        .filter(ServerConnection::isPlain)
                        .filter(ServerConnection::isFree)
                        .map(ZeroCopy::new)
                : Optional.empty();
    }

    /** What is sent, for whoever watches over it. */
    Transfer transfer(FileBody body) {
        return new Transfer() {
            @Override
            public long sent() {
                return body.sent();
            }

            @Override
            public void abort() {
                connection.terminate();
            }
        };
    }

    /**
     * Sends a body behind a head that was sent already. The request must be asynchronous by now.
     *
     * @param endings runs the endings, never on the calling thread; see the comment inside
     * @param ending what to do when everything was sent or the client has gone; called once
     */
    @SuppressWarnings("rawtypes") // the server declares its handler so
    void send(FileBody body, Executor endings, Runnable ending) {
        connection.chain().write(body, new CompletionHandler<WriteResult>() {
            @Override
            public void completed(WriteResult result) {
                end();
            }

            @Override
            public void failed(Throwable clientGone) {
                breakOff();
            }

            @Override
            public void cancelled() {
                breakOff();
            }

            @Override
            public void updated(WriteResult result) {
                // Only the end matters.
            }

            /** A broken connection goes before anybody may wait for it; the server releases only what was sent. */
            private void breakOff() {
                connection.terminate();
                body.release();
                end();
            }

            /**
             * The server calls back on the thread that serves all its sockets. Completing the request may wait for a
             * socket, and then nobody would be served; so it happens elsewhere.
             */
            private void end() {
                try {
                    endings.execute(ending);
                } catch (RejectedExecutionException stopping) {
                    connection.terminate();
                }
            }
        });
    }
}
