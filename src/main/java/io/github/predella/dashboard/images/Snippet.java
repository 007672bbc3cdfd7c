package io.github.predella.dashboard.images;

/**
 * Lines to paste.
 *
 * @param tool whose they are
 * @param about key of what is said about them
 * @param text the lines
 */
public record Snippet(String tool, String about, String text) {}
