package io.github.predella.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;

/**
 * The client library, with everything switched off that would send a request elsewhere or change a byte: redirects,
 * retries, cookies, credentials, decompression, the system's proxies. Connections are not kept: most servers are met
 * once, and none is met again without its address having been checked again.
 */
final class Wire {

    private static final int HEADERS = 200;
    private static final int HEADER_LENGTH = 16 * 1024;
    private static final String AGENT = "Predella";

    private final Map<String, HttpHost> proxies;
    private final CloseableHttpClient client;

    Wire(Trust trust, FetchLimits limits, Map<String, InetSocketAddress> proxies) {
        this.proxies = proxies.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> proxy(entry.getValue())));
        this.client = HttpClients.custom()
                .setConnectionManager(connections(trust, limits))
                .setRoutePlanner((target, context) -> route(target))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(patience(limits))
                .setUserAgent(AGENT)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Asks one server for one thing, at the given address and nowhere else. */
    Exchange send(WebAddress url, InetAddress where, FetchRequest wanted, Budget budget, ScheduledExecutorService clock)
            throws FetchFault {
        var request = new HttpUriRequestBase(wanted.headOnly() ? "HEAD" : "GET", url.uri());
        request.setScheme(url.scheme());
        request.setAuthority(new URIAuthority(written(url.host()), url.port().orElse(-1)));
        wanted.headers().forEach(request::setHeader);
        wanted.range().ifPresent(range -> request.setHeader("Range", range));
        request.setHeader("Accept-Encoding", "identity");
        var exchange = new Exchange(request, clock);
        exchange.begin(client, new HttpHost(url.scheme(), where, url.host(), url.effectivePort()), budget);
        return exchange;
    }

    void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    private HttpRoute route(HttpHost target) {
        boolean secure = target.getSchemeName().equals("https");
        HttpHost proxy = proxies.get(target.getSchemeName());
        return proxy == null ? new HttpRoute(target, null, secure) : new HttpRoute(target, null, proxy, secure);
    }

    private PoolingHttpClientConnectionManager connections(Trust trust, FetchLimits limits) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(trust.strategy())
                .setDnsResolver(new ProxiesOnly())
                .setMaxConnTotal(limits.connections())
                .setMaxConnPerRoute(limits.connections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(limits.connect()))
                        .setSocketTimeout(timeout(limits.stall()))
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(timeout(limits.connect()))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(HEADERS)
                                .setMaxLineLength(HEADER_LENGTH)
                                .build())
                        .build())
                .build();
    }

    private static RequestConfig patience(FetchLimits limits) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(timeout(limits.connect()))
                .setResponseTimeout(timeout(limits.stall()))
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    /** In a request to a proxy the library writes the host just as it is given. */
    private static String written(String host) {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    private static Timeout timeout(Duration time) {
        return Timeout.of(time);
    }

    private static HttpHost proxy(InetSocketAddress address) {
        return new HttpHost("http", address.getHostString(), address.getPort());
    }

    /** Servers come with their addresses. A name that arrives here nevertheless is a proxy's, or is not looked up. */
    private final class ProxiesOnly implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (proxies.values().stream().noneMatch(proxy -> proxy.getHostName().equals(host))) {
                throw new UnknownHostException("names are looked up before");
            }
            return InetAddress.getAllByName(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
