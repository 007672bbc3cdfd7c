package io.github.predella.config;

import java.util.List;

/**
 * Who may read the figures of this service. It stands here because the room that counts looks at nothing but
 * {@code core}.
 *
 * @param on whether there is anything to read
 * @param networks from where it may be read, as address/bits
 */
public record MetricsSettings(
        @Setting(key = "predella.metrics", fallback = "true", says = "whether /metrics tells figures to Prometheus")
        boolean on,

        @Setting(
                key = "predella.metrics_networks",
                fallback = "127.0.0.0/8,::1",
                says = "networks, as address/bits, from where /metrics may be read")
        List<String> networks) {}
