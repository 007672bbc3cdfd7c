package io.github.predella.cli;

import io.github.predella.config.TlsFiles;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which running node a command speaks to, and as whom: options and variables of the usual names. */
@Command
final class NodeOptions {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://localhost:${env:PREDELLA_PORT:-9292}",
            description = "address of the node (${DEFAULT-VALUE})")
    URI url;

    @Option(
            names = "--os-auth-url",
            paramLabel = "URL",
            defaultValue = "${env:OS_AUTH_URL:-}",
            description = "address of the identity service (OS_AUTH_URL, else that of the node)")
    String identity;

    @Option(
            names = "--os-token",
            paramLabel = "TOKEN",
            defaultValue = "${env:OS_TOKEN:-}",
            description = "a token in place of user and password (OS_TOKEN)")
    String token;

    @Option(
            names = "--os-username",
            paramLabel = "NAME",
            defaultValue = "${env:OS_USERNAME:-admin}",
            description = "name of the user (OS_USERNAME, else admin)")
    String user;

    @Option(
            names = "--os-password",
            paramLabel = "PASSWORD",
            defaultValue = "${env:OS_PASSWORD:-}",
            description = "password of the user (OS_PASSWORD)")
    String password;

    @Option(
            names = "--os-user-domain-id",
            paramLabel = "ID",
            defaultValue = "${env:OS_USER_DOMAIN_ID:-default}",
            description = "domain of the user (OS_USER_DOMAIN_ID, else default)")
    String userDomain;

    @Option(
            names = "--os-project-name",
            paramLabel = "NAME",
            defaultValue = "${env:OS_PROJECT_NAME:-admin}",
            description = "name of the project (OS_PROJECT_NAME, else admin)")
    String project;

    @Option(
            names = "--os-project-domain-id",
            paramLabel = "ID",
            defaultValue = "${env:OS_PROJECT_DOMAIN_ID:-default}",
            description = "domain of the project (OS_PROJECT_DOMAIN_ID, else default)")
    String projectDomain;

    @Option(
            names = "--os-cacert",
            paramLabel = "FILE",
            defaultValue = "${env:OS_CACERT:-}",
            description =
                    "certificates (PEM) of the authorities that are believed, in place of the system's (OS_CACERT)")
    String authorities;

    /**
     * The node as whoever the options name.
     *
     * @throws CommandProblem when nobody is let in
     */
    NodeClient open() {
        if (url.getHost() == null) {
            throw new CommandProblem("--url is no address such as http://localhost:9292: " + url);
        }
        var trust = TlsFiles.trusting(authorities.isEmpty() ? null : Path.of(authorities), false);
        var http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .sslContext(trust.context(Path.of("")))
                .build();
        return token.isEmpty() ? NodeClient.login(http, this) : new NodeClient(http, url, token);
    }

    /** The address under which tokens are made. */
    URI tokens() {
        String address = identity.isEmpty() ? url.resolve("/identity/v3").toString() : identity.replaceAll("/+$", "");
        return URI.create((address.endsWith("/v3") ? address : address + "/v3") + "/auth/tokens");
    }
}
