package io.github.predella.boot;

import io.github.predella.identity.IdentityPlace;
import io.github.predella.rest.PorchSettings;
import java.util.Optional;

/** What somebody who has just started the service wants to know. */
final class Welcome {

    private static final String EMBEDDED = "/identity/v3";

    private Welcome() {}

    /**
     * Prints the addresses and a line to begin with. It goes to the console and not to the log, since a generated
     * password is shown once and must not stay anywhere.
     *
     * @param identity where tokens are to be had
     * @param password the administrator's, empty unless it has just been generated
     */
    static void show(PorchSettings settings, IdentityPlace identity, Optional<String> password) {
        String address = Optional.ofNullable(settings.publicEndpoint()).orElse("http://localhost:" + settings.port());
        var text = new StringBuilder("\nPredella is ready.\n")
                .append("  Dashboard   ")
                .append(address)
                .append("/dashboard\n")
                .append("  Image API   ")
                .append(address)
                .append("/v2\n")
                .append("  Identity    ")
                .append(identity.embedded() ? address + EMBEDDED : "Keystone, " + identity.address())
                .append("\n");
        password.ifPresent(made -> text.append("  The first administrator is \"admin\" with the password ")
                .append(made)
                .append("\n  It is shown only now. Change it with: openstack user password set\n"));
        if (identity.embedded()) {
            text.append("  Try\n    openstack --os-auth-url ")
                    .append(address)
                    .append(EMBEDDED)
                    .append(" --os-username admin --os-password ")
                    .append(password.orElse("…"))
                    .append(" --os-project-name admin --os-user-domain-id default --os-project-domain-id default")
                    .append(" image list\n");
        }
        System.out.println(text);
    }
}
