package io.github.predella.rest;

import io.github.predella.config.Seconds;
import io.github.predella.config.Setting;
import java.util.List;

/**
 * Which pages of other origins may use the API from a browser.
 *
 * @param origins their origins, as scheme://host:port; {@code *} for any, which then get no credentials
 * @param credentials whether their requests may carry what the browser knows of the user
 * @param exposed headers of answers that they may read
 * @param maxAge how long a browser may remember what it was told
 * @param methods methods that they may use
 * @param headers headers that they may send
 */
public record CorsSettings(
        @Setting(
                key = "cors.allowed_origin",
                says = "origins of pages that may use the API from a browser, as https://host:port; *: any")
        List<String> origins,

        @Setting(
                key = "cors.allow_credentials",
                fallback = "true",
                says = "whether their requests may carry credentials; never with *")
        boolean credentials,

        @Setting(
                key = "cors.expose_headers",
                fallback = "X-Image-Meta-Checksum,X-Auth-Token,X-Subject-Token,X-Service-Token,X-OpenStack-Request-ID",
                says = "headers of answers that they may read")
        List<String> exposed,

        @Setting(key = "cors.max_age", fallback = "3600", says = "seconds for which browsers remember these answers")
        Seconds maxAge,

        @Setting(key = "cors.allow_methods", fallback = "GET,PUT,POST,DELETE,PATCH", says = "methods that they may use")
        List<String> methods,

        @Setting(
                key = "cors.allow_headers",
                fallback = "Content-MD5,X-Image-Meta-Checksum,X-Storage-Token,Accept-Encoding,X-Auth-Token,"
                        + "X-Identity-Status,X-Roles,X-Service-Catalog,X-User-Id,X-Tenant-Id,X-OpenStack-Request-ID",
                says = "headers that they may send besides the simple ones")
        List<String> headers) {

    static final String ANY = "*";

    public CorsSettings {
        origins = List.copyOf(origins);
        exposed = List.copyOf(exposed);
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
        for (String origin : origins) {
            if (!origin.equals(ANY) && !origin.matches("[A-Za-z][A-Za-z0-9+.-]*://[^/\\s]+")) {
                throw new IllegalArgumentException(
                        "allowed_origin has " + origin + ", which is not an origin such as https://host:port");
            }
        }
    }
}
