package io.github.predella.store.http;

import io.github.predella.fetch.AddressRule;
import io.github.predella.fetch.Admission;
import io.github.predella.fetch.FetchLimits;
import io.github.predella.fetch.Fetcher;
import io.github.predella.fetch.NameLookup;
import io.github.predella.fetch.UrlRule;
import io.github.predella.store.ObjectStoreProvider;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;

/** Makes http stores. */
public final class HttpStoreProvider implements ObjectStoreProvider {

    private final AddressRule addresses;
    private final ScheduledExecutorService clock;

    /**
     * A provider of stores that read where the rule lets them.
     *
     * @param addresses where stores may connect to: a location is something that a user may have brought
     * @param clock ends what takes too long: very short tasks
     */
    public HttpStoreProvider(AddressRule addresses, ScheduledExecutorService clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "http";
    }

    @Override
    public String summary() {
        return "data on web servers, read only";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("http", "https");
    }

    @Override
    public boolean writable() {
        return false;
    }

    @Override
    public HttpStore create(String id, Map<String, String> options) {
        HttpStoreSettings settings = HttpStoreSettings.of(options);
        var admission = new Admission(UrlRule.ANY, addresses, NameLookup.SYSTEM);
        return new HttpStore(
                id, new Fetcher(admission, settings.trust(), FetchLimits.STANDARD, clock, settings.proxies()));
    }
}
