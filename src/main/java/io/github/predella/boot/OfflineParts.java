package io.github.predella.boot;

import io.github.predella.cli.AccountDesk;
import io.github.predella.cli.CommandParts;
import io.github.predella.cli.OpenCatalogue;
import io.github.predella.config.EffectiveSetting;
import io.github.predella.config.Settings;
import io.github.predella.db.DatabaseSettings;
import io.github.predella.db.SettingsDataSource;
import io.github.predella.identity.keystone.KeystoneSettings;
import io.github.predella.metadefs.MetadefSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** What commands work with, made from the settings of the process. For one thread. */
final class OfflineParts implements CommandParts {

    private Settings settings;

    OfflineParts() {}

    /** @param settings those to work with */
    OfflineParts(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Settings settings() {
        if (settings == null) {
            settings = Settings.ofProcess();
        }
        return settings;
    }

    @Override
    public List<String> check() {
        return AllSettings.check(settings());
    }

    @Override
    public List<EffectiveSetting> effective() {
        return AllSettings.CATALOGUE.effective(settings());
    }

    @Override
    public SettingsDataSource database() {
        return new SettingsDataSource(
                settings().read(DatabaseSettings.class).connection().value());
    }

    @Override
    public <T> T accounts(Function<AccountDesk, T> work) {
        if (settings().read(KeystoneSettings.class).inUse()) {
            throw new IllegalArgumentException("accounts are Keystone's here, not those of the built-in identity");
        }
        return OfflineAccounts.run(database(), work);
    }

    @Override
    public boolean scrub() {
        return OfflineScrub.run(settings(), database());
    }

    @Override
    public boolean restore(String image) {
        return OfflineScrub.restore(settings(), database(), image);
    }

    @Override
    public OpenCatalogue catalogue() {
        return new OfflineCatalogue(database());
    }

    @Override
    public Path definitionPath() {
        return settings().read(MetadefSettings.class).source();
    }

    @Override
    public String reason(Exception failure) {
        return FailedStart.reason(failure);
    }
}
