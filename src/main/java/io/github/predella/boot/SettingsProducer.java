package io.github.predella.boot;

import io.github.predella.config.PolicySettings;
import io.github.predella.config.PredellaSettings;
import io.github.predella.config.ProtectionSettings;
import io.github.predella.config.Settings;
import io.github.predella.data.DataSettings;
import io.github.predella.identity.IdentitySettings;
import io.github.predella.identity.embedded.EmbeddedSettings;
import io.github.predella.images.ImageSettings;
import io.github.predella.jobs.JobSettings;
import io.github.predella.quota.QuotaSettings;
import io.github.predella.rest.PorchSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Every settings record as an injectable value. They are produced in a scope without proxies, because records cannot
 * have any.
 */
@ApplicationScoped
public class SettingsProducer {

    private final Settings settings = Settings.ofProcess();

    @Produces
    @Singleton
    Settings settings() {
        return settings;
    }

    @Produces
    @Singleton
    PredellaSettings predella() {
        return settings.read(PredellaSettings.class);
    }

    @Produces
    @Singleton
    PolicySettings policy() {
        return settings.read(PolicySettings.class);
    }

    @Produces
    @Singleton
    ProtectionSettings protection() {
        return settings.read(ProtectionSettings.class);
    }

    @Produces
    @Singleton
    PorchSettings porch() {
        return settings.read(PorchSettings.class);
    }

    @Produces
    @Singleton
    ImageSettings images() {
        return settings.read(ImageSettings.class);
    }

    @Produces
    @Singleton
    QuotaSettings quota() {
        return settings.read(QuotaSettings.class);
    }

    @Produces
    @Singleton
    DataSettings data() {
        return settings.read(DataSettings.class);
    }

    @Produces
    @Singleton
    JobSettings jobs() {
        return settings.read(JobSettings.class);
    }

    @Produces
    @Singleton
    IdentitySettings identity() {
        return settings.read(IdentitySettings.class);
    }

    @Produces
    @Singleton
    EmbeddedSettings embeddedIdentity() {
        return settings.read(EmbeddedSettings.class);
    }
}
