package io.github.predella.store;

import io.github.predella.config.Setting;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which stores there are; each one's options stand in a section of its own, see {@link StoreSettings}.
 *
 * @param enabledBackends {@code id:type} pairs joined by commas; empty for the single-store form or the default store
 */
public record BackendSettings(
        @Setting(
                key = "DEFAULT.enabled_backends",
                fallback = "",
                says = "the stores, as id:type, …; each has a section of its own with its options")
        String enabledBackends) {

    /** The ids that are named, which are also the names of their sections; whatever else is wrong with them. */
    public List<String> ids() {
        return Stream.of(enabledBackends.split(",", -1))
                .map(pair -> pair.split(":", 2)[0].strip())
                .filter(id -> !id.isEmpty())
                .toList();
    }
}
