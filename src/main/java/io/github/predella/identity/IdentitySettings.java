package io.github.predella.identity;

import io.github.predella.config.Setting;
import java.util.List;

/**
 * How tokens are judged, whichever identity service issued them.
 *
 * @param serviceTokenRoles roles one of which a service token must have, at least one
 * @param serviceTokenRolesRequired whether a service token without such a role is as good as none
 * @param serviceType what access rules of application credentials call this service
 */
public record IdentitySettings(
        @Setting(
                key = "keystone_authtoken.service_token_roles",
                fallback = "service",
                says = "roles one of which a service token must have")
        List<String> serviceTokenRoles,

        @Setting(
                key = "keystone_authtoken.service_token_roles_required",
                fallback = "true",
                says = "whether a service token without such a role counts for nothing")
        boolean serviceTokenRolesRequired,

        @Setting(
                key = "keystone_authtoken.service_type",
                fallback = "image",
                says = "type of this service in access rules of application credentials")
        String serviceType) {

    public IdentitySettings {
        serviceTokenRoles = List.copyOf(serviceTokenRoles);
        if (serviceTokenRoles.isEmpty()) {
            throw new IllegalArgumentException("[keystone_authtoken] service_token_roles must name a role");
        }
    }

    /** Whether a valid token that came as a service token counts as one. */
    public boolean accepts(VerifiedToken service) {
        return !serviceTokenRolesRequired || isService(service);
    }

    /** Whether a valid token is one of a service, which alone may bring tokens along that have ended. */
    public boolean isService(VerifiedToken service) {
        return serviceTokenRoles.stream().anyMatch(service::hasRole);
    }
}
