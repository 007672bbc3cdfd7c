package io.github.predella.config;

/**
 * One line of the listing of what is in force.
 *
 * @param key {@code group.key}
 * @param text the value after substitution; dots for a secret, empty when nothing is set and there is no fallback
 * @param origin where the value comes from, in words for the operator
 */
public record EffectiveSetting(String key, String text, String origin) {}
