package io.github.predella.identity.embedded.rest;

import java.util.Set;

/** Everything the JAX-RS application at {@code identity/v3} consists of. */
public final class EmbeddedIdentityResources {

    private EmbeddedIdentityResources() {}

    /** The resources, filters and mappers. */
    public static Set<Class<?>> classes() {
        return Set.of(
                RateFilter.class,
                VaryFilter.class,
                IdentityErrorMapper.class,
                VersionResource.class,
                TokensResource.class,
                AuthResource.class,
                UsersResource.class,
                ApplicationCredentialsResource.class,
                ProjectsResource.class,
                RolesResource.class,
                RoleInferencesResource.class,
                ProjectGrantsResource.class,
                DomainGrantsResource.class,
                SystemGrantsResource.class,
                RoleAssignmentsResource.class,
                DomainsResource.class,
                CatalogueResource.class,
                LimitsResource.class,
                RegisteredLimitsResource.class);
    }
}
