package io.github.predella.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;

/**
 * One request and its answer. A timeout of the socket begins anew with every byte, so a server that sends one byte now
 * and then would hold us for ever; therefore the clock ends the connection when the time is over.
 */
final class Exchange implements Fetched {

    private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

    private final HttpUriRequestBase request;
    private final ScheduledExecutorService clock;
    private volatile boolean late;
    private Optional<Future<?>> alarm = Optional.empty();
    private ClassicHttpResponse response;
    private InputStream body = InputStream.nullInputStream();

    Exchange(HttpUriRequestBase request, ScheduledExecutorService clock) {
        this.request = request;
        this.clock = clock;
    }

    void begin(CloseableHttpClient client, HttpHost server, Budget budget) throws FetchFault {
        alarm = Optional.of(endIn(budget.forAnswer()));
        boolean begun = false;
        try {
            response = client.executeOpen(server, request, HttpClientContext.create());
            HttpEntity entity = response.getEntity();
            body = entity == null ? body : new Body(entity.getContent());
            begun = true;
        } catch (IOException failure) {
            throw faultOf(failure);
        } finally {
            alarm.ifPresent(set -> set.cancel(false));
            alarm = Optional.empty();
            if (!begun) {
                close();
            }
        }
        alarm = budget.forAll().map(this::endIn);
    }

    @Override
    public int status() {
        return response.getCode();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    @Override
    public OptionalLong length() {
        if (response.getEntity() != null) {
            long length = response.getEntity().getContentLength();
            return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
        }
        return header("Content-Length")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    @Override
    public InputStream body() {
        return body;
    }

    @Override
    public void close() {
        alarm.ifPresent(set -> set.cancel(false));
        // The connection goes first: closing the answer alone would read what is left of it, without end perhaps.
        request.cancel();
        try {
            if (response != null) {
                response.close();
            }
        } catch (IOException goneAlready) {
            LOG.log(System.Logger.Level.DEBUG, "an answer was not read to its end", goneAlready);
        }
    }

    private Future<?> endIn(Duration time) {
        return clock.schedule(
                () -> {
                    late = true;
                    request.cancel();
                },
                Math.max(0, time.toNanos()),
                TimeUnit.NANOSECONDS);
    }

    private FetchFault faultOf(IOException failure) {
        if (late) {
            return FetchFault.late(failure);
        }
        if (failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof ConnectionRequestTimeoutException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException) {
            return FetchFault.unreachable(failure);
        }
        if (failure instanceof SSLException) {
            return FetchFault.insecure(failure);
        }
        return brokenOrLate(failure);
    }

    private FetchFault brokenOrLate(IOException failure) {
        return late || failure instanceof SocketTimeoutException
                ? FetchFault.late(failure)
                : FetchFault.broken(failure);
    }

    /** The body, whose failures are told in the words of this room and which ends with the whole exchange. */
    private final class Body extends FilterInputStream {

        Body(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            try {
                int got = in.read(into, from, count);
                if (got < 0 && late) {
                    throw FetchFault.late(null);
                }
                return got;
            } catch (FetchFault told) {
                throw told;
            } catch (IOException failure) {
                throw brokenOrLate(failure);
            }
        }

        @Override
        public long skip(long count) throws IOException {
            try {
                return in.skip(count);
            } catch (IOException failure) {
                throw brokenOrLate(failure);
            }
        }

        @Override
        public void close() {
            Exchange.this.close();
        }
    }
}
