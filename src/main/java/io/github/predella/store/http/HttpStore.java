package io.github.predella.store.http;

import io.github.predella.fetch.FetchFault;
import io.github.predella.fetch.FetchRequest;
import io.github.predella.fetch.Fetched;
import io.github.predella.fetch.Fetcher;
import io.github.predella.fetch.WebAddress;
import io.github.predella.flow.ByteRange;
import io.github.predella.store.Location;
import io.github.predella.store.LocationAdopting;
import io.github.predella.store.ObjectName;
import io.github.predella.store.ObjectWriter;
import io.github.predella.store.RangeReading;
import io.github.predella.store.StoreFault;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A store of what lies on web servers. The address of an object is its URL, without a user in it. Objects are read and
 * nothing else; every other verb is UNSUPPORTED.
 */
public final class HttpStore implements RangeReading, LocationAdopting {

    private static final Pattern CONTENT_RANGE =
            Pattern.compile("bytes\\s+(?:(?<first>\\d{1,18})-(?<last>\\d{1,18})|\\*)/(?:(?<size>\\d{1,18})|\\*)");

    private final String id;
    private final Fetcher fetcher;

    /**
     * A store that reads by this fetcher and closes it in the end.
     *
     * @param id the configured id
     */
    HttpStore(String id, Fetcher fetcher) {
        this.id = id;
        this.fetcher = fetcher;
    }

    @Override
    public InputStream open(Location at) {
        Fetched answer = ask(at, FetchRequest.whole());
        requireStatus(answer, 200);
        return answer.body();
    }

    @Override
    public InputStream open(Location at, ByteRange range) {
        Fetched answer = ask(at, FetchRequest.whole().range(range.offset(), range.last()));
        boolean opened = false;
        try {
            InputStream stretch = stretch(answer, range);
            opened = true;
            return stretch;
        } finally {
            if (!opened) {
                answer.close();
            }
        }
    }

    /** Servers that do not answer HEAD, or not with a size, are asked for the first byte instead. */
    @Override
    public OptionalLong size(Location at) {
        try (Fetched head = ask(at, FetchRequest.head())) {
            if (head.status() == 200 && head.length().isPresent()) {
                return head.length();
            }
        }
        try (Fetched answer = ask(at, FetchRequest.whole().range(0, 0))) {
            if (answer.status() == 206 || answer.status() == 416) {
                Optional<String> size = contentRange(answer).map(parts -> parts.group("size"));
                return size.map(text -> OptionalLong.of(Long.parseLong(text))).orElse(OptionalLong.empty());
            }
            requireStatus(answer, 200);
            return answer.length();
        }
    }

    /** What is there now may be gone or different later; the address is all that is kept. */
    @Override
    public Location adopt(String address) {
        Optional<Location> location = WebAddress.parse(address)
                .filter(url -> schemeFits(url.scheme()))
                .map(url -> new Location(address, id, Map.of()));
        Location at = location.orElseThrow(() -> StoreFault.unsupported(id, "take an address of this form"));
        size(at);
        return at;
    }

    @Override
    public boolean owns(Location at) {
        return schemeFits(at.scheme()) && WebAddress.parse(at.address()).isPresent();
    }

    @Override
    public ObjectWriter create(ObjectName name, OptionalLong expectedSize) {
        throw StoreFault.unsupported(id, "take data");
    }

    @Override
    public void delete(Location at) {
        requireOwn(at);
        throw StoreFault.unsupported(id, "remove data");
    }

    @Override
    public void discard(ObjectName name) {
        throw StoreFault.unsupported(id, "remove data");
    }

    /** Ends all connections, also those being read from. */
    @Override
    public void close() {
        fetcher.close();
    }

    private Fetched ask(Location at, FetchRequest request) {
        requireOwn(at);
        try {
            return fetcher.open(at.address(), request);
        } catch (FetchFault fault) {
            throw faultOf(fault);
        }
    }

    private void requireOwn(Location at) {
        if (!owns(at)) {
            throw StoreFault.foreign(id, at);
        }
    }

    private InputStream stretch(Fetched answer, ByteRange range) {
        switch (answer.status()) {
            case 206 -> requireSame(range, answer);
            case 416 -> throw beyond(null);
            default -> {
                requireStatus(answer, 200);
                skipTo(range, answer);
            }
        }
        return new Stretch(answer.body(), range.length());
    }

    /** A server may shorten a range to what it has; that is told by the header. */
    private void requireSame(ByteRange range, Fetched answer) {
        Matcher given = contentRange(answer)
                .filter(found -> found.group("first") != null)
                .filter(found -> Long.parseLong(found.group("first")) == range.offset())
                .orElseThrow(() -> StoreFault.unavailable(id, "the server answered another range", null));
        if (Long.parseLong(given.group("last")) < range.last()) {
            throw beyond(null);
        }
    }

    /** For servers that do not know ranges and send everything. */
    private void skipTo(ByteRange range, Fetched answer) {
        if (answer.length().isPresent() && range.last() >= answer.length().getAsLong()) {
            throw beyond(null);
        }
        try {
            answer.body().skipNBytes(range.offset());
        } catch (EOFException end) {
            throw beyond(end);
        } catch (IOException failure) {
            throw StoreFault.unavailable(id, "the server does not send what it announced", failure);
        }
    }

    /** Closes an answer of another status, and throws what it means. */
    private void requireStatus(Fetched answer, int wanted) {
        if (answer.status() == wanted) {
            return;
        }
        answer.close();
        throw switch (answer.status()) {
            case 404, 410 -> StoreFault.notFound(id, "at this address");
            case 401, 403, 407 -> StoreFault.denied(id, "the server refuses with " + answer.status(), null);
            default -> StoreFault.unavailable(id, "the server answers with " + answer.status(), null);
        };
    }

    private StoreFault faultOf(FetchFault fault) {
        return switch (fault.kind()) {
            case REFUSED -> StoreFault.denied(id, "the address may not be fetched", fault);
            case UNREACHABLE, LATE, BROKEN, ANSWERED_OTHERWISE ->
                StoreFault.unavailable(id, "the server cannot be read from", fault);
        };
    }

    private StoreFault beyond(IOException cause) {
        return new StoreFault(StoreFault.Kind.INVALID, id, "the range ends behind the object", cause);
    }

    private static Optional<Matcher> contentRange(Fetched answer) {
        return answer.header("Content-Range")
                .map(text -> CONTENT_RANGE.matcher(text.strip()))
                .filter(Matcher::matches);
    }

    private static boolean schemeFits(String scheme) {
        return scheme.equals("http") || scheme.equals("https");
    }
}
