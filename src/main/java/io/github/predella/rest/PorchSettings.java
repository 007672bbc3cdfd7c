package io.github.predella.rest;

import io.github.predella.config.Setting;

/**
 * How requests are received.
 *
 * @param allowAnonymousAccess whether requests without a valid token may look around; what they see is for the rules
 *     to say, and the default ones show them nothing
 * @param maxRequestIdLength how many characters an id brought by the caller may have; 0 when none is taken over
 * @param publicEndpoint the address under which clients know this service, null when the request tells
 * @param identityAddress where clients get tokens, null for the address of the identity service in use
 * @param port the port that the start-up text names
 */
public record PorchSettings(
        @Setting(
                key = "DEFAULT.allow_anonymous_access",
                fallback = "false",
                says = "whether requests without a valid token may look around; the default rules show them nothing")
        boolean allowAnonymousAccess,

        @Setting(
                key = "DEFAULT.max_request_id_length",
                fallback = "64",
                says = "characters of a request id that a caller may bring; 0: none is taken over")
        int maxRequestIdLength,

        @Setting(
                key = "DEFAULT.public_endpoint",
                says = "the address under which clients know this service, as http://host:port")
        String publicEndpoint,

        @Setting(
                key = "keystone_authtoken.www_authenticate_uri",
                says = "where clients get tokens; not set: auth_url, or the built-in identity")
        String identityAddress,

        @Setting(
                key = "predella.port",
                fallback = "9292",
                says = "the port that the start-up text names; the server itself is told by its own option")
        int port) {

    public PorchSettings {
        if (maxRequestIdLength < 0) {
            throw new IllegalArgumentException("max_request_id_length is less than 0");
        }
    }
}
