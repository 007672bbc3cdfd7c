package io.github.predella.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** All rules together. A name is looked up once, and what it leads to is handed on, so that nobody looks again. */
public final class Admission {

    private final UrlRule urls;
    private final AddressRule addresses;
    private final NameLookup names;

    public Admission(UrlRule urls, AddressRule addresses, NameLookup names) {
        this.urls = urls;
        this.addresses = addresses;
        this.names = names;
    }

    /**
     * A URL that may be fetched.
     *
     * @param url the URL
     * @param where the addresses to connect to, at least one, all of them checked
     */
    public record Admitted(WebAddress url, List<InetAddress> where) {

        public Admitted {
            where = List.copyOf(where);
        }
    }

    /**
     * Applies the rules to a URL.
     *
     * @throws FetchFault REFUSED when the URL may not be fetched; also when only some of its addresses may not
     */
    public Admitted admit(String url) throws FetchFault {
        WebAddress address = WebAddress.parse(url).filter(urls::allows).orElseThrow(FetchFault::refused);
        List<InetAddress> where = locate(address);
        if (where.isEmpty() || !where.stream().allMatch(this::allows)) {
            throw FetchFault.refused();
        }
        return new Admitted(address, where);
    }

    private boolean allows(InetAddress address) {
        return !urls.bans(address) && (urls.names(address) || addresses.allows(address));
    }

    private List<InetAddress> locate(WebAddress url) throws FetchFault {
        if (url.literal().isPresent()) {
            return List.of(url.literal().get());
        }
        try {
            return names.addresses(url.host() + ".");
        } catch (UnknownHostException unknown) {
            throw FetchFault.refused();
        }
    }
}
