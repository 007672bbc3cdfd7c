package io.github.predella.boot;

import java.util.Map;

/** What the server's JAX-RS implementation is told, the same for every application. */
final class JaxRs {

    private JaxRs() {}

    static Map<String, Object> properties() {
        return Map.of(
                // No description of the service that nobody wrote.
                "jersey.config.server.wadl.disableWadl", true,
                // Bodies and answers are read and written by our own hand.
                "jersey.config.disableAutoDiscovery", true,
                "jersey.config.disableMoxyJson", true,
                // A refusal keeps its body: the server must not put its own page in the place.
                "jersey.config.server.response.setStatusOverSendError", true);
    }
}
