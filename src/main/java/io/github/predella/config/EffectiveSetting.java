package io.github.predella.config;

/**
 * One line of the listing of what is in force.
 *
 * @param key {@code group.key}
 * @param text the value after substitution; dots for a secret, empty when nothing is set and there is no fallback
 * @param origin where the value comes from, in words for the operator
 */
public record EffectiveSetting(String key, String text, String origin) {

    /** The origin of what nobody has set. */
    static final String DEFAULT = "default";

    /** Whether somebody has set it. */
    public boolean isSet() {
        return !origin.equals(DEFAULT);
    }

    /** The name as in the file: group in brackets, then the key. */
    public String spoken() {
        return SettingKey.spoken(key);
    }
}
