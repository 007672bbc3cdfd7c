package io.github.predella.config;

import java.util.List;
import java.util.Optional;

/**
 * One setting as a record declares it.
 *
 * @param key {@code group.key}
 * @param formerly former names, strongest first
 * @param fallback the text that applies when nothing is set, empty when there is none
 * @param secret whether the value must not be shown
 * @param says one line that explains it
 */
public record SettingKey(String key, List<String> formerly, Optional<String> fallback, boolean secret, String says) {

    public SettingKey {
        formerly = List.copyOf(formerly);
    }

    /** What stands before the first dot of the key. */
    public String group() {
        return key.substring(0, key.indexOf('.'));
    }

    /** The name in words for the operator, as in the file: group in brackets, then the key. */
    public String spoken() {
        return spoken(key);
    }

    static String spoken(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : "[" + key.substring(0, dot) + "] " + key.substring(dot + 1);
    }
}
