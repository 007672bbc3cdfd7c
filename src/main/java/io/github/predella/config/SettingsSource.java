package io.github.predella.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A place where settings are written. Sources are read once, when they are made, and never change. */
interface SettingsSource {

    /** What stands under {@code group.key} here. */
    Optional<FoundSetting> find(String key);

    /** Everything that stands under a group here, by key, for groups whose keys nobody knows beforehand. */
    Map<String, FoundSetting> group(String name);

    /** What stands here, is certainly meant for this service, and is none of the known keys. */
    List<Stranger> strangers(Set<String> known);

    /** A name that nothing reads, and where it stands. */
    record Stranger(String key, String origin) {}
}
