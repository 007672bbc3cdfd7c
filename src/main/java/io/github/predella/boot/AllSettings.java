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
import io.github.predella.db.DatabaseSettings;
import io.github.predella.db.MigrationSettings;
import io.github.predella.identity.IdentitySettings;
import io.github.predella.identity.embedded.EmbeddedSettings;
import io.github.predella.identity.keystone.KeystoneSettings;
import io.github.predella.identity.keystone.LimitSettings;
import io.github.predella.images.DeletionSettings;
import io.github.predella.images.ImageSettings;
import io.github.predella.images.LocationKeySettings;
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
import io.github.predella.store.BackendSettings;
import io.github.predella.store.StoreSettings;
import io.github.predella.tasks.TaskSettings;
import java.util.ArrayList;
import java.util.List;

/** Every settings record there is: what the start checks and what the table in README lists. */
final class AllSettings {

    static final SettingsCatalogue CATALOGUE = new SettingsCatalogue(List.of(
            PredellaSettings.class,
            DrainSettings.class,
            PorchSettings.class,
            ProxySettings.class,
            CorsSettings.class,
            RateSettings.class,
            DatabaseSettings.class,
            MigrationSettings.class,
            LogSettings.class,
            MetricsSettings.class,
            BackendSettings.class,
            FetchSettings.class,
            ImageSettings.class,
            DeletionSettings.class,
            LocationKeySettings.class,
            DataSettings.class,
            StagingSettings.class,
            SignatureSettings.class,
            BarbicanSettings.class,
            CacheSettings.class,
            PluginSettings.class,
            InjectionSettings.class,
            DecompressionSettings.class,
            ConversionSettings.class,
            TaskConversionSettings.class,
            DeliverySettings.class,
            LocationSettings.class,
            QuotaSettings.class,
            PolicySettings.class,
            RemotePolicySettings.class,
            ProtectionSettings.class,
            IdentitySettings.class,
            EmbeddedSettings.class,
            KeystoneSettings.class,
            LimitSettings.class,
            SessionSettings.class,
            JobSettings.class,
            TaskSettings.class,
            MetadefSettings.class,
            PurgeSettings.class,
            RemoteSettings.class,
            EventSettings.class,
            NotifySettings.class,
            RabbitSettings.class));

    private AllSettings() {}

    /**
     * Looks at all of them, and at the sections of the stores.
     *
     * @return one warning for each key that is set without effect
     * @throws io.github.predella.config.SettingsProblems with everything that is wrong
     */
    static List<String> check(Settings settings) {
        var stores = new ArrayList<>(settings.read(BackendSettings.class).ids());
        stores.add(StoreSettings.SECTION);
        stores.add(StagingSettings.SECTION);
        return CATALOGUE.withOpenSections(stores).check(settings);
    }
}
