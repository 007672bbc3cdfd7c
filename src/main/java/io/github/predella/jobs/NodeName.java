package io.github.predella.jobs;

import java.util.UUID;

/**
 * The name of this process, new for every start, so that notes left by a former one are never taken for its own.
 *
 * @param text at most 80 characters
 */
public record NodeName(String text) {

    private static final int HOST_LENGTH = 40;

    /** A name that no other process has. */
    public static NodeName fresh() {
        String host = System.getenv().getOrDefault("HOSTNAME", "node");
        String shortened = host.length() > HOST_LENGTH ? host.substring(0, HOST_LENGTH) : host;
        return new NodeName(shortened + "-" + UUID.randomUUID());
    }
}
