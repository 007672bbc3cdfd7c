package io.github.predella.boot;

import io.github.predella.config.LogSettings;
import io.github.predella.config.Settings;
import io.github.predella.config.SettingsChanges;
import io.github.predella.config.SettingsProblems;
import io.github.predella.protect.CurrentProtections;
import io.github.predella.protect.ProtectionProblem;
import io.github.predella.store.BackendSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;

/**
 * Reads the configuration again while the service runs. What can change without a restart changes, all else is named in
 * the log; a configuration with problems changes nothing. Rule files need no such thing: they are looked at all the
 * time. Safe for any thread.
 */
@ApplicationScoped
public class Reload {

    private static final Logger LOG = Logger.getLogger(Reload.class.getName());

    /** What takes effect at once, as the operator calls it. */
    private static final Set<String> AT_ONCE = Set.of(
            "[DEFAULT] debug",
            "[DEFAULT] use_json",
            "[predella] log_format",
            "[predella] access_log",
            "[predella] audit_log");

    private final Settings atStart;
    private final CurrentProtections protections;
    private Runnable unhear = () -> {};

    protected Reload() {
        this(null, null);
    }

    @Inject
    public Reload(Settings settings, CurrentProtections protections) {
        this.atStart = settings;
        this.protections = protections;
    }

    /** Applies what can change, and hears the signal from now on. */
    void begin() {
        LogLevels.apply(atStart.read(LogSettings.class));
        unhear = Signals.hear(Signals.HANG_UP, this::run).orElse(() -> {});
    }

    @PreDestroy
    void end() {
        unhear.run();
        LogLevels.restore();
    }

    /** Reads everything again; what is wrong is told in the log and changes nothing. */
    synchronized void run() {
        try {
            Settings now = Settings.ofProcess();
            List<String> advice = AllSettings.check(now);
            protections.readAgain();
            LogLevels.apply(now.read(LogSettings.class));
            advice.forEach(LOG::warning);
            LOG.info("The configuration was read again: property protections and log settings are in force");
            waiting(now).forEach(key -> LOG.warning(() -> key + " has changed and takes effect with the next start"));
        } catch (SettingsProblems wrong) {
            wrong.problems().forEach(problem -> LOG.severe(() -> refused(problem)));
        } catch (ProtectionProblem | IllegalArgumentException wrong) {
            LOG.severe(() -> refused(wrong.getMessage()));
        }
    }

    private static String refused(String problem) {
        return "The configuration was read again and is refused, the former one stays: " + problem;
    }

    private List<String> waiting(Settings now) {
        var waiting = new ArrayList<>(SettingsChanges.between(AllSettings.CATALOGUE, atStart, now));
        waiting.removeAll(AT_ONCE);
        for (String store : atStart.read(BackendSettings.class).ids()) {
            if (!atStart.sectionTexts(store).equals(now.sectionTexts(store))) {
                waiting.add("[" + store + "]");
            }
        }
        return waiting;
    }
}
