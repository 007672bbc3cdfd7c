package io.github.predella.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What differs between two readings of the settings. */
public final class SettingsChanges {

    private SettingsChanges() {}

    /** The keys whose value is another one than before, in the order of the catalogue and in words for the operator. */
    public static List<String> between(SettingsCatalogue catalogue, Settings before, Settings now) {
        Map<String, String> former = new HashMap<>();
        catalogue.plain(before).forEach(setting -> former.put(setting.key(), setting.text()));
        return catalogue.plain(now).stream()
                .filter(setting -> !setting.text().equals(former.get(setting.key())))
                .map(EffectiveSetting::spoken)
                .toList();
    }
}
