package io.github.predella.dashboard.admin;

import io.github.predella.config.EffectiveSetting;
import io.github.predella.config.Settings;
import io.github.predella.config.SettingsCatalogue;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.jobs.NodeName;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The page of the configuration in force, with where each value comes from; secrets are masked. */
@Named("system")
@RequestScoped
public class SystemBean {

    private SettingsCatalogue catalogue;
    private Settings settings;
    private NodeName node;
    private CurrentPage page;
    private List<EffectiveSetting> shown;

    /** For the container's proxy only. */
    protected SystemBean() {}

    @Inject
    public SystemBean(SettingsCatalogue catalogue, Settings settings, NodeName node, CurrentPage page) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.node = node;
        this.page = page;
    }

    /** The settings whose name has the wanted text in it; all when none is wanted. */
    public List<EffectiveSetting> getSettings() {
        if (shown == null) {
            shown = find();
        }
        return shown;
    }

    private List<EffectiveSetting> find() {
        String wanted =
                page.query("setting") == null ? "" : page.query("setting").toLowerCase(Locale.ROOT);
        boolean changed = "changed".equals(page.query("show"));
        return catalogue.effective(settings).stream()
                .filter(setting -> setting.key().toLowerCase(Locale.ROOT).contains(wanted))
                .filter(setting -> !changed || setting.isSet())
                .toList();
    }

    /** The process that answers. */
    public String getNode() {
        return node.text();
    }

    /** Since when it runs. */
    public Instant getSince() {
        return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    /** On which Java it runs. */
    public String getJava() {
        return Runtime.version() + ", " + System.getProperty("java.vm.vendor");
    }
}
