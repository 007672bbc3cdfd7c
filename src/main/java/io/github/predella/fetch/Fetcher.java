package io.github.predella.fetch;

import io.github.predella.fetch.Admission.Admitted;
import java.io.Closeable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Fetches over HTTP and HTTPS, only from where it may. Redirects are followed here and not by the client library,
 * because each of them has to be admitted like the URL itself. Safe for use by many threads.
 */
public final class Fetcher implements Closeable {

    private static final int REDIRECTS = 5;
    private static final Set<Integer> REDIRECTING = Set.of(301, 302, 303, 307, 308);

    /** Addresses of one name that are tried; more than these are there for balance, not for help. */
    private static final int ADDRESSES = 4;

    private final Admission admission;
    private final FetchLimits limits;
    private final ScheduledExecutorService clock;
    private final Wire wire;

    /**
     * A fetcher with its own connections.
     *
     * @param admission what may be fetched
     * @param trust which servers are believed
     * @param limits how patient it is
     * @param clock ends what takes too long: very short tasks; one thread is enough. It stays the caller's
     */
    public Fetcher(Admission admission, Trust trust, FetchLimits limits, ScheduledExecutorService clock) {
        this(admission, trust, limits, clock, Map.of());
    }

    /**
     * A fetcher that reaches servers through others. Names are looked up and admitted here nevertheless; the proxy
     * looks them up once more.
     *
     * @param proxies for a scheme of URLs the proxy, as an unresolved address
     */
    public Fetcher(
            Admission admission,
            Trust trust,
            FetchLimits limits,
            ScheduledExecutorService clock,
            Map<String, InetSocketAddress> proxies) {
        this.admission = admission;
        this.limits = limits;
        this.clock = clock;
        this.wire = new Wire(trust, limits, proxies);
    }

    /**
     * Checks a URL without connecting to it. What it redirects to is not known then, and is checked when it is opened.
     *
     * @throws FetchFault REFUSED
     */
    public void check(String url) throws FetchFault {
        admission.admit(url);
    }

    /**
     * Begins to fetch. The caller closes what is returned.
     *
     * @return the first answer that is no redirect, with any status
     * @throws FetchFault REFUSED also when a redirect leads where none may, UNREACHABLE, LATE, BROKEN
     */
    public Fetched open(String url, FetchRequest request) throws FetchFault {
        var budget = new Budget(limits.answer(), request.total().or(limits::total));
        Admitted first = admission.admit(url);
        Admitted now = first;
        boolean atHome = true;
        for (int hops = 0; hops <= REDIRECTS; hops++) {
            Exchange answer = ask(now, atHome ? request : request.withoutHeaders(), budget);
            Optional<String> next = answer.header("Location").filter(place -> REDIRECTING.contains(answer.status()));
            if (next.isEmpty()) {
                return answer;
            }
            answer.close();
            now = admission.admit(resolve(now.url(), next.get()));
            // Whoever has once sent us elsewhere may have chosen the way back as well.
            atHome = atHome && now.url().sameOrigin(first.url());
        }
        throw FetchFault.redirectedTooOften();
    }

    private Exchange ask(Admitted target, FetchRequest request, Budget budget) throws FetchFault {
        FetchFault failure = null;
        for (InetAddress where : target.where().stream().limit(ADDRESSES).toList()) {
            try {
                return wire.send(target.url(), where, request, budget, clock);
            } catch (FetchFault met) {
                if (met.kind() != FetchFault.Kind.UNREACHABLE) {
                    throw met;
                }
                failure = met;
            }
        }
        throw failure == null ? FetchFault.refused() : failure;
    }

    private static String resolve(WebAddress from, String place) throws FetchFault {
        try {
            URI base = from.uri();
            // The library's resolution of a query alone drops the last part of the path.
            String reference = place.startsWith("?") ? base.getRawPath() + place : place;
            return base.resolve(new URI(reference)).toString();
        } catch (URISyntaxException notAPlace) {
            throw FetchFault.broken(notAPlace);
        }
    }

    /** Ends all connections, also those being read from. */
    @Override
    public void close() {
        wire.close();
    }
}
