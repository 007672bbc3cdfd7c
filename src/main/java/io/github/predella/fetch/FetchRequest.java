package io.github.predella.fetch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of a URL. Redirects are followed with the same request, but without its headers once they lead to
 * another server, since a header may be a credential.
 *
 * @param headOnly whether only the headers of the answer are wanted
 * @param range value of the Range header
 * @param headers further headers, for the server of the URL itself only
 * @param total how long everything may take up to the last byte; empty when the fetcher's own limits are enough
 */
public record FetchRequest(
        boolean headOnly, Optional<String> range, Map<String, String> headers, Optional<Duration> total) {

    public FetchRequest {
        headers = Map.copyOf(headers);
    }

    /** Everything behind the URL. */
    public static FetchRequest whole() {
        return new FetchRequest(false, Optional.empty(), Map.of(), Optional.empty());
    }

    /** The headers alone. */
    public static FetchRequest head() {
        return new FetchRequest(true, Optional.empty(), Map.of(), Optional.empty());
    }

    /**
     * The same for a stretch, which the server may give or not; see the status of the answer.
     *
     * @param first index of the first byte
     * @param last index of the last one
     */
    public FetchRequest range(long first, long last) {
        return new FetchRequest(headOnly, Optional.of("bytes=" + first + "-" + last), headers, total);
    }

    /** The same with one more header for the server of the URL itself. */
    public FetchRequest header(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new FetchRequest(headOnly, range, more, total);
    }

    /** The same for a server that the headers are not meant for. */
    FetchRequest withoutHeaders() {
        return new FetchRequest(headOnly, range, Map.of(), total);
    }

    /** The same, ended after that time. */
    public FetchRequest within(Duration time) {
        return new FetchRequest(headOnly, range, headers, Optional.of(time));
    }
}
