package io.github.predella.identity;

import java.util.regex.Pattern;

/**
 * A kind of request that an application credential allows.
 *
 * @param service type of the service that is asked
 * @param method in capitals
 * @param path the address without the server, in which {@code *} and <code>{name}</code> stand for one or more
 *     characters without a slash, and {@code **} for any number of any
 */
public record AccessRule(String service, String method, String path) {

    /** What servers may read as another address than it looks like. */
    private static final Pattern AMBIGUOUS = Pattern.compile("(?i).*(//|/\\.{1,2}(/|$)|;|%2e|%2f|%5c|\\\\).*");

    /**
     * Whether a request is of this kind.
     *
     * @param type of the service that was asked
     * @param askedMethod its method
     * @param askedPath its address as the client sent it, without the query
     */
    public boolean allows(String type, String askedMethod, String askedPath) {
        return service.equals(type)
                && method.equals(askedMethod)
                && !AMBIGUOUS.matcher(askedPath).matches()
                && PathPattern.of(path).matches(askedPath);
    }
}
