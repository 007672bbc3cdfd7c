package io.github.predella.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Settings given to the virtual machine as {@code -Dgroup.key=value}. */
final class SystemPropertySource implements SettingsSource {

    private static final String ORIGIN = "system property";

    private final Map<String, String> properties;

    SystemPropertySource(Map<String, String> properties) {
        this.properties = Map.copyOf(properties);
    }

    @Override
    public Optional<FoundSetting> find(String key) {
        return Optional.ofNullable(properties.get(key)).map(text -> new FoundSetting(List.of(text), ORIGIN));
    }

    @Override
    public Map<String, FoundSetting> group(String name) {
        String prefix = name + ".";
        return properties.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(prefix.length()),
                        entry -> new FoundSetting(List.of(entry.getValue()), ORIGIN)));
    }

    /** Only our own group can be told from the properties of the virtual machine and its libraries. */
    @Override
    public List<Stranger> strangers(Set<String> known) {
        return properties.keySet().stream()
                .filter(name -> name.startsWith(PredellaSettings.GROUP + ".") && !known.contains(name))
                .sorted()
                .map(name -> new Stranger(name, ORIGIN))
                .toList();
    }
}
