package io.github.predella.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings in environment variables: {@code GROUP_KEY} in upper case, everything but letters and digits written as
 * {@code _}, for example {@code DATABASE_CONNECTION} for {@code database.connection}. An empty
 * variable counts as absent: container files pass them on that way.
 */
final class EnvironmentSource implements SettingsSource {

    private static final String OURS = nameOf(PredellaSettings.GROUP) + "_";

    private final Map<String, String> variables;

    EnvironmentSource(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    @Override
    public Optional<FoundSetting> find(String key) {
        String name = nameOf(key);
        return Optional.ofNullable(variables.get(name))
                .filter(text -> !text.isEmpty())
                .map(text -> new FoundSetting(List.of(text), "environment variable " + name));
    }

    /** The keys come in lower case, as all keys of the reference are. */
    @Override
    public Map<String, FoundSetting> group(String name) {
        String prefix = nameOf(name) + "_";
        return variables.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(prefix) && !entry.getValue().isEmpty())
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(prefix.length()).toLowerCase(Locale.ROOT),
                        entry ->
                                new FoundSetting(List.of(entry.getValue()), "environment variable " + entry.getKey())));
    }

    @Override
    public List<Stranger> strangers(Set<String> known) {
        Set<String> names = known.stream().map(EnvironmentSource::nameOf).collect(Collectors.toSet());
        return variables.keySet().stream()
                .filter(name -> name.startsWith(OURS) && !names.contains(name))
                .sorted()
                .map(name -> new Stranger(name, "environment variable"))
                .toList();
    }

    private static String nameOf(String key) {
        var name = new StringBuilder(key.toUpperCase(Locale.ROOT));
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean kept = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!kept) {
                name.setCharAt(i, '_');
            }
        }
        return name.toString();
    }
}
