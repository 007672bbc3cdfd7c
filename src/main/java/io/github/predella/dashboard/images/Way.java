package io.github.predella.dashboard.images;

/**
 * Something that can be done from here.
 *
 * @param label what
 * @param to the address that leads to it; null when something is copied instead
 * @param reason why it is not open; empty when it is
 * @param copies the text to copy; null when the way leads somewhere
 */
public record Way(String label, String to, String reason, String copies) {

    static Way to(String label, String address, String reason) {
        return new Way(label, address, reason, null);
    }

    static Way copying(String label, String text) {
        return new Way(label, null, "", text);
    }
}
