package io.github.predella.identity;

/**
 * The tokens that came with a request, and what it asks for.
 *
 * @param user the text of {@code X-Auth-Token}, never null
 * @param service the text of {@code X-Service-Token}, or null
 * @param method of the request, in capitals
 * @param path its address as the client sent it, without server and query
 */
public record RequestTokens(String user, String service, String method, String path) {

    @Override
    public String toString() {
        return "RequestTokens[" + method + " " + path + "]";
    }
}
