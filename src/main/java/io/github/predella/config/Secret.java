package io.github.predella.config;

/**
 * A text that must not turn up in logs, listings or messages: its text form is dots.
 *
 * @param value the secret itself, never null
 */
public record Secret(String value) {

    static final String DOTS = "........";

    @Override
    public String toString() {
        return DOTS;
    }
}
