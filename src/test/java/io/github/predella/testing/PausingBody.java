package io.github.predella.testing;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.SubmissionPublisher;

/**
 * A body whose sender pauses in the middle until he is told to go on. Nobody waits in the meantime: a stream that did
 * would hold up the thread of the client that has to notice when the connection is cut. For one request.
 */
public final class PausingBody implements BodyPublisher {

    private final SubmissionPublisher<ByteBuffer> sender = new SubmissionPublisher<>();
    private final byte[] bytes;

    public PausingBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Lets the rest be sent; for any thread. */
    public void goOn() {
        int middle = bytes.length / 2;
        sender.submit(ByteBuffer.wrap(bytes, middle, bytes.length - middle).slice());
        sender.close();
    }

    @Override
    public long contentLength() {
        return -1;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        sender.subscribe(subscriber);
        sender.submit(ByteBuffer.wrap(bytes, 0, bytes.length / 2));
    }
}
