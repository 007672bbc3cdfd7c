package io.github.predella.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings in environment variables: {@code GROUP_KEY} in upper case, everything but letters and digits written as
 * {@code _}, for example {@code DATABASE_CONNECTION} for {@code database.connection}; or, in the reference's own form,
 * {@code OS_GROUP__KEY}, which is the weaker of the two. An empty variable counts as absent: container files pass them
 * on that way.
 */
final class EnvironmentSource implements SettingsSource {

    private static final String OURS = nameOf(PredellaSettings.GROUP) + "_";
    private static final String REFERENCE = "OS_";
    private static final String BETWEEN = "__";

    /** What the start script and the commands are told; nothing that the service reads. */
    private static final Set<String> OF_COMMANDS = Set.of(
            "PREDELLA_WAR",
            "PREDELLA_SERVER",
            "PREDELLA_CACHE",
            "PREDELLA_HEAP",
            "PREDELLA_PID_FILE",
            "PREDELLA_ADDRESS",
            "PREDELLA_TLS_CERTIFICATE",
            "PREDELLA_TLS_KEY",
            "PREDELLA_TLS_PORT");

    private final Map<String, String> variables;

    EnvironmentSource(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    @Override
    public Optional<FoundSetting> find(String key) {
        int dot = key.indexOf('.');
        return Stream.of(
                        nameOf(key),
                        REFERENCE + nameOf(key.substring(0, dot)) + BETWEEN + nameOf(key.substring(dot + 1)))
                .filter(name -> !variables.getOrDefault(name, "").isEmpty())
                .map(name -> found(name, variables.get(name)))
                .findFirst();
    }

    private static FoundSetting found(String name, String text) {
        return new FoundSetting(List.of(text), "environment variable " + name);
    }

    /** The keys come in lower case, as all keys of the reference are. */
    @Override
    public Map<String, FoundSetting> group(String name) {
        var settings = new HashMap<String, FoundSetting>();
        for (String prefix : List.of(REFERENCE + nameOf(name) + BETWEEN, nameOf(name) + "_")) {
            variables.forEach((variable, text) -> {
                if (variable.startsWith(prefix) && !text.isEmpty()) {
                    settings.put(variable.substring(prefix.length()).toLowerCase(Locale.ROOT), found(variable, text));
                }
            });
        }
        return settings;
    }

    @Override
    public List<Stranger> strangers(Set<String> known) {
        Set<String> names = known.stream().map(EnvironmentSource::nameOf).collect(Collectors.toSet());
        return variables.keySet().stream()
                .filter(name -> name.startsWith(OURS) && !names.contains(name) && !OF_COMMANDS.contains(name))
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
