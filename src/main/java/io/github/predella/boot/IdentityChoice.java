package io.github.predella.boot;

import io.github.predella.identity.CallerLookup;
import io.github.predella.identity.IdentityPlace;
import io.github.predella.identity.IdentitySettings;
import io.github.predella.identity.PasswordLogin;
import io.github.predella.identity.ProjectNames;
import io.github.predella.identity.TokenVerifier;
import io.github.predella.identity.UserTokens;
import io.github.predella.identity.embedded.EmbeddedIdentity;
import io.github.predella.identity.embedded.EmbeddedLimits;
import io.github.predella.identity.embedded.EmbeddedProjectNames;
import io.github.predella.identity.embedded.EmbeddedSettings;
import io.github.predella.identity.embedded.EmbeddedTokens;
import io.github.predella.identity.embedded.LoginService;
import io.github.predella.identity.embedded.ServiceCatalogue;
import io.github.predella.identity.keystone.KeystoneLimits;
import io.github.predella.identity.keystone.KeystonePasswords;
import io.github.predella.identity.keystone.KeystoneProjectNames;
import io.github.predella.identity.keystone.KeystoneRegions;
import io.github.predella.identity.keystone.KeystoneSettings;
import io.github.predella.identity.keystone.KeystoneTokens;
import io.github.predella.identity.keystone.KeystoneVerifier;
import io.github.predella.imports.ImageRegions;
import io.github.predella.quota.ConfigLimits;
import io.github.predella.quota.Limits;
import io.github.predella.quota.QuotaSettings;
import io.github.predella.rest.PorchSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Which identity service stands behind the ports: the built-in one, or Keystone. */
@ApplicationScoped
public class IdentityChoice {

    private KeystoneSettings settings;

    /** For the container's proxy only. */
    protected IdentityChoice() {}

    @Inject
    public IdentityChoice(KeystoneSettings settings) {
        this.settings = settings;
    }

    @Produces
    @Singleton
    IdentityPlace place(PorchSettings porch) {
        String fallback = settings.inUse() ? settings.authUrl() : null;
        return new IdentityPlace(
                !settings.inUse(), porch.identityAddress() == null ? fallback : porch.identityAddress());
    }

    @Produces
    @Singleton
    CallerLookup callers(TokenVerifier tokens, IdentitySettings identity) {
        return new CallerLookup(tokens, identity);
    }

    @Produces
    @Singleton
    TokenVerifier verifier(EmbeddedIdentity embedded, KeystoneVerifier keystone) {
        return settings.inUse() ? keystone : embedded;
    }

    @Produces
    @Singleton
    PasswordLogin logins(LoginService embedded, KeystonePasswords keystone) {
        return settings.inUse() ? keystone : embedded;
    }

    @Produces
    @Singleton
    UserTokens tokens(EmbeddedTokens embedded, KeystoneTokens keystone) {
        return settings.inUse() ? keystone : embedded;
    }

    @Produces
    @Singleton
    ProjectNames names(EmbeddedProjectNames embedded, KeystoneProjectNames keystone) {
        return settings.inUse() ? keystone : embedded;
    }

    /** Keystone's limits count only where the operator has said so; those of the configuration need no request. */
    @Produces
    @Singleton
    Limits limits(QuotaSettings quota, EmbeddedLimits embedded, KeystoneLimits keystone) {
        if (!settings.inUse()) {
            return embedded;
        }
        return Boolean.TRUE.equals(quota.keystoneLimits()) ? keystone : new ConfigLimits(quota);
    }

    /** Built in, the own region counts only where the operator has said under which address clients know this service. */
    @Produces
    @Singleton
    ImageRegions regions(EmbeddedSettings embedded, PorchSettings porch, KeystoneRegions keystone) {
        if (settings.inUse()) {
            return keystone::imageService;
        }
        String own = porch.publicEndpoint();
        var catalogue = ServiceCatalogue.at(own == null ? "" : own, embedded);
        return (region, side) -> catalogue.imageService(region, side).filter(address -> !address.isEmpty());
    }
}
