package io.github.predella.boot;

import io.github.predella.cache.CacheSettings;
import io.github.predella.config.FetchSettings;
import io.github.predella.config.LogSettings;
import io.github.predella.config.MetricsSettings;
import io.github.predella.config.PolicySettings;
import io.github.predella.config.PredellaSettings;
import io.github.predella.config.ProtectionSettings;
import io.github.predella.config.PurgeSettings;
import io.github.predella.config.RemotePolicySettings;
import io.github.predella.config.Settings;
import io.github.predella.config.SettingsCatalogue;
import io.github.predella.dashboard.events.EventSettings;
import io.github.predella.data.DataSettings;
import io.github.predella.data.StagingSettings;
import io.github.predella.db.MigrationSettings;
import io.github.predella.identity.IdentitySettings;
import io.github.predella.identity.embedded.EmbeddedSettings;
import io.github.predella.identity.keystone.KeystoneSettings;
import io.github.predella.identity.keystone.LimitSettings;
import io.github.predella.images.DeletionSettings;
import io.github.predella.images.ImageSettings;
import io.github.predella.imports.DeliverySettings;
import io.github.predella.imports.LocationSettings;
import io.github.predella.imports.PluginSettings;
import io.github.predella.imports.RemoteSettings;
import io.github.predella.imports.plugins.ConversionSettings;
import io.github.predella.imports.plugins.DecompressionSettings;
import io.github.predella.imports.plugins.InjectionSettings;
import io.github.predella.imports.plugins.TaskConversionSettings;
import io.github.predella.jobs.JobSettings;
import io.github.predella.metadefs.MetadefSettings;
import io.github.predella.notify.NotifySettings;
import io.github.predella.notify.amqp.RabbitSettings;
import io.github.predella.quota.QuotaSettings;
import io.github.predella.rest.CorsSettings;
import io.github.predella.rest.PorchSettings;
import io.github.predella.rest.ProxySettings;
import io.github.predella.rest.RateSettings;
import io.github.predella.sessions.SessionSettings;
import io.github.predella.signatures.SignatureSettings;
import io.github.predella.signatures.barbican.BarbicanSettings;
import io.github.predella.tasks.TaskSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.logging.Logger;

/**
 * Every settings record as an injectable value. They are produced in a scope without proxies, because records cannot
 * have any. Before the first of them is handed out, all are checked together: the start ends with the whole list of
 * what is wrong, or tells what is set without effect.
 */
@ApplicationScoped
public class SettingsProducer {

    private static final Logger LOG = Logger.getLogger(SettingsProducer.class.getName());

    private final Settings settings = Settings.ofProcess();

    /** @throws io.github.predella.config.SettingsProblems with everything that is wrong */
    public SettingsProducer() {
        AllSettings.check(settings).forEach(LOG::warning);
    }

    @Produces
    @Singleton
    Settings settings() {
        return settings;
    }

    @Produces
    @Singleton
    SettingsCatalogue catalogue() {
        return AllSettings.CATALOGUE;
    }

    @Produces
    @Singleton
    PredellaSettings predella() {
        return settings.read(PredellaSettings.class);
    }

    @Produces
    @Singleton
    DrainSettings draining() {
        return settings.read(DrainSettings.class);
    }

    @Produces
    @Singleton
    MigrationSettings migration() {
        return settings.read(MigrationSettings.class);
    }

    @Produces
    @Singleton
    LogSettings logging() {
        return settings.read(LogSettings.class);
    }

    @Produces
    @Singleton
    MetricsSettings metrics() {
        return settings.read(MetricsSettings.class);
    }

    @Produces
    @Singleton
    PolicySettings policy() {
        return settings.read(PolicySettings.class);
    }

    @Produces
    @Singleton
    RemotePolicySettings remotePolicy() {
        return settings.read(RemotePolicySettings.class);
    }

    @Produces
    @Singleton
    ProtectionSettings protection() {
        return settings.read(ProtectionSettings.class);
    }

    @Produces
    @Singleton
    FetchSettings fetch() {
        return settings.read(FetchSettings.class);
    }

    @Produces
    @Singleton
    SignatureSettings signatures() {
        return settings.read(SignatureSettings.class);
    }

    @Produces
    @Singleton
    BarbicanSettings barbican() {
        return settings.read(BarbicanSettings.class);
    }

    @Produces
    @Singleton
    PorchSettings porch() {
        return settings.read(PorchSettings.class);
    }

    @Produces
    @Singleton
    ProxySettings proxies() {
        return settings.read(ProxySettings.class);
    }

    @Produces
    @Singleton
    CorsSettings cors() {
        return settings.read(CorsSettings.class);
    }

    @Produces
    @Singleton
    RateSettings rates() {
        return settings.read(RateSettings.class);
    }

    @Produces
    @Singleton
    ImageSettings images() {
        return settings.read(ImageSettings.class);
    }

    @Produces
    @Singleton
    DeletionSettings deletion() {
        return settings.read(DeletionSettings.class);
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
    StagingSettings staging() {
        return settings.read(StagingSettings.class);
    }

    @Produces
    @Singleton
    CacheSettings cache() {
        return settings.read(CacheSettings.class);
    }

    @Produces
    @Singleton
    PluginSettings plugins() {
        return settings.read(PluginSettings.class);
    }

    @Produces
    @Singleton
    InjectionSettings injection() {
        return settings.read(InjectionSettings.class);
    }

    @Produces
    @Singleton
    DecompressionSettings decompression() {
        return settings.read(DecompressionSettings.class);
    }

    @Produces
    @Singleton
    ConversionSettings conversion() {
        return settings.read(ConversionSettings.class);
    }

    @Produces
    @Singleton
    TaskConversionSettings taskConversion() {
        return settings.read(TaskConversionSettings.class);
    }

    @Produces
    @Singleton
    DeliverySettings deliveries() {
        return settings.read(DeliverySettings.class);
    }

    @Produces
    @Singleton
    LocationSettings locations() {
        return settings.read(LocationSettings.class);
    }

    @Produces
    @Singleton
    JobSettings jobs() {
        return settings.read(JobSettings.class);
    }

    @Produces
    @Singleton
    TaskSettings tasks() {
        return settings.read(TaskSettings.class);
    }

    @Produces
    @Singleton
    MetadefSettings metadefs() {
        return settings.read(MetadefSettings.class);
    }

    @Produces
    @Singleton
    RemoteSettings remotes() {
        return settings.read(RemoteSettings.class);
    }

    @Produces
    @Singleton
    EventSettings events() {
        return settings.read(EventSettings.class);
    }

    @Produces
    @Singleton
    NotifySettings notifications() {
        return settings.read(NotifySettings.class);
    }

    @Produces
    @Singleton
    RabbitSettings broker() {
        return settings.read(RabbitSettings.class);
    }

    @Produces
    @Singleton
    PurgeSettings purge() {
        return settings.read(PurgeSettings.class);
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

    @Produces
    @Singleton
    KeystoneSettings keystone() {
        return settings.read(KeystoneSettings.class);
    }

    @Produces
    @Singleton
    LimitSettings limits() {
        return settings.read(LimitSettings.class);
    }

    @Produces
    @Singleton
    SessionSettings sessions() {
        return settings.read(SessionSettings.class);
    }
}
