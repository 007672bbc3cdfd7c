package io.github.predella.boot;

import io.github.predella.cache.CacheNode;
import io.github.predella.cache.CachePermission;
import io.github.predella.cache.CacheSettings;
import io.github.predella.config.FetchSettings;
import io.github.predella.config.MetricsSettings;
import io.github.predella.config.PolicySettings;
import io.github.predella.config.PredellaSettings;
import io.github.predella.config.ProtectionSettings;
import io.github.predella.config.RemotePolicySettings;
import io.github.predella.config.Settings;
import io.github.predella.data.StagingArea;
import io.github.predella.data.StagingSettings;
import io.github.predella.db.Dialect;
import io.github.predella.db.SettingsDataSource;
import io.github.predella.fetch.AddressRule;
import io.github.predella.fetch.Admission;
import io.github.predella.fetch.FetchLimits;
import io.github.predella.fetch.Fetcher;
import io.github.predella.fetch.NameLookup;
import io.github.predella.fetch.Trust;
import io.github.predella.fetch.UrlRule;
import io.github.predella.images.ImagePermission;
import io.github.predella.images.ImageSchema;
import io.github.predella.images.ImageSettings;
import io.github.predella.images.KnownProperties;
import io.github.predella.images.LocationKeySettings;
import io.github.predella.images.db.LocationText;
import io.github.predella.info.InfoPermission;
import io.github.predella.jobs.NodeName;
import io.github.predella.metadefs.MetadefPermission;
import io.github.predella.observe.RouteTable;
import io.github.predella.observe.rest.Readers;
import io.github.predella.policy.CurrentRules;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.HttpRules;
import io.github.predella.policy.Permission;
import io.github.predella.policy.PolicyFile;
import io.github.predella.policy.PolicyRules;
import io.github.predella.protect.CurrentProtections;
import io.github.predella.protect.PropertyProtections;
import io.github.predella.protect.ProtectionFile;
import io.github.predella.rest.PorchSettings;
import io.github.predella.store.BackendSettings;
import io.github.predella.store.StoreRegistry;
import io.github.predella.store.StoreSettings;
import io.github.predella.store.file.FileStoreProvider;
import io.github.predella.store.http.HttpStoreProvider;
import io.github.predella.tasks.TaskPermission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** Every plain class that others want injected. */
@ApplicationScoped
public class Producers {

    /** The server's handle for the current transaction; safe for any thread. */
    @Produces
    @PersistenceContext(unitName = "predella")
    EntityManager rows;

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    NodeName node() {
        return NodeName.fresh();
    }

    /** Several nodes may stand behind one public address, so that is not the name of any. */
    @Produces
    @Singleton
    CacheNode cacheNode(CacheSettings cache, PorchSettings porch) {
        return new CacheNode(
                cache.selfReference() == null ? "http://" + hostName() + ":" + porch.port() : cache.selfReference());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return System.getenv().getOrDefault("HOSTNAME", "localhost");
        }
    }

    @Produces
    @Singleton
    RouteTable routes() {
        return Addresses.table();
    }

    @Produces
    @Singleton
    Readers readers(MetricsSettings metrics) {
        return new Readers(metrics.networks());
    }

    @Produces
    @Singleton
    Dialect dialect() {
        return Dialect.of(new SettingsDataSource().address().jdbcUrl());
    }

    @Produces
    @Singleton
    Enforcer enforcer(Settings settings, PolicySettings policy, RemotePolicySettings remote, Clock clock) {
        var declared = new ArrayList<Permission>();
        declared.addAll(List.of(ImagePermission.values()));
        declared.addAll(List.of(InfoPermission.values()));
        declared.addAll(List.of(TaskPermission.values()));
        declared.addAll(List.of(CachePermission.values()));
        declared.addAll(List.of(MetadefPermission.values()));
        var file = new PolicyFile(settings.directory(), policy.file(), policy.directories());
        var reading = new PolicyRules.Reading(policy.enforceNewDefaults(), policy.defaultRule());
        return new Enforcer(new CurrentRules(file, declared, reading, clock), remoteRules(settings, remote));
    }

    private static HttpRules remoteRules(Settings settings, RemotePolicySettings remote) {
        Duration patience = remote.time().toDuration();
        var client = HttpClient.newBuilder()
                .sslContext(trust(settings, remote.authorities()).context())
                .connectTimeout(patience)
                .build();
        return new HttpRules(client, remote.isForm(), patience);
    }

    /** @param authorities a file with certificates, null for those of the system */
    private static Trust trust(Settings settings, Path authorities) {
        return authorities == null
                ? Trust.inSystemAuthorities()
                : Trust.inAuthorities(settings.directory().resolve(authorities));
    }

    @Produces
    @Singleton
    CurrentProtections protections(Settings settings, ProtectionSettings protection, Enforcer enforcer) {
        return new CurrentProtections(() -> read(settings, protection, enforcer));
    }

    private static PropertyProtections read(Settings settings, ProtectionSettings protection, Enforcer enforcer) {
        if (protection.file() == null) {
            return PropertyProtections.none();
        }
        Path file = settings.directory().resolve(protection.file());
        return switch (protection.format()) {
            case ROLES -> ProtectionFile.ofRoles(file);
            case POLICIES -> ProtectionFile.ofPolicies(file, enforcer);
        };
    }

    @Produces
    @Singleton
    ImageSchema imageSchema(Settings settings, ImageSettings images) {
        return new ImageSchema(images, KnownProperties.in(settings.directory()));
    }

    @Produces
    @Singleton
    LocationText locationTexts(Settings settings) {
        return textsOf(settings);
    }

    /** How addresses of data stand in the database. */
    static LocationText textsOf(Settings settings) {
        var locations = settings.read(LocationKeySettings.class);
        return locations.key() == null ? LocationText.PLAIN : LocationText.encryptedBy(locations.bytes());
    }

    @Produces
    @Singleton
    AddressRule addresses(FetchSettings settings) {
        return AddressRule.allowing(settings.allowedNetworks());
    }

    /** The way of imports to URLs that users name; the http store has its own, with other lists. */
    @Produces
    @Singleton
    Fetcher fetcher(Settings files, FetchSettings settings, AddressRule addresses, Threads threads) {
        var urls = new UrlRule(
                new UrlRule.Choice(settings.allowedSchemes(), settings.disallowedSchemes()),
                new UrlRule.Choice(settings.allowedHosts(), settings.disallowedHosts()),
                new UrlRule.Choice(settings.allowedPorts(), settings.disallowedPorts()));
        var admission = new Admission(urls, addresses, NameLookup.SYSTEM);
        var limits = FetchLimits.STANDARD.within(
                settings.patience().toDuration(), settings.time().toDuration());
        return new Fetcher(admission, trust(files, settings.authorities()), limits, threads.alarms());
    }

    void close(@Disposes Fetcher fetcher) {
        fetcher.close();
    }

    @Produces
    @Singleton
    StoreRegistry stores(Settings settings, PredellaSettings predella, AddressRule addresses, Threads threads) {
        return open(settings, predella, addresses, threads.devices(), threads.alarms());
    }

    /** Opens the stores of the settings; closing them leaves the threads alone. */
    static StoreRegistry open(
            Settings settings,
            PredellaSettings predella,
            AddressRule addresses,
            Executor devices,
            ScheduledExecutorService alarms) {
        var stores = StoreSettings.read(
                settings.read(BackendSettings.class).enabledBackends(),
                settings::sectionTexts,
                predella.dataDir().resolve("images").toString());
        return StoreRegistry.open(
                stores, List.of(new FileStoreProvider(devices), new HttpStoreProvider(addresses, alarms)));
    }

    void close(@Disposes StoreRegistry stores) {
        stores.close();
    }

    @Produces
    @Singleton
    StagingArea staging(
            Settings settings,
            PredellaSettings predella,
            StagingSettings staging,
            StoreRegistry stores,
            Threads threads) {
        var options = settings.sectionTexts(StagingSettings.SECTION);
        var directory = staging.directory(
                stores.multiStore(), options, predella.dataDir().resolve("staging"));
        var files = new FileStoreProvider(threads.devices());
        return StagingArea.open(directory, options, all -> files.create(StagingArea.STORE, all));
    }
}
