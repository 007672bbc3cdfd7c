package io.github.predella.imports.plugins;

import io.github.predella.format.FormatRule;
import io.github.predella.format.FormatWatch;
import io.github.predella.images.ImageSettings;
import io.github.predella.imports.ImportPlugin;
import io.github.predella.imports.PluginRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;

/**
 * Gives a disk the format that its data has, whatever the image says, as far as users may name that format (tasks-and-
 * import, "Legacy import task"). Whether the data may stay is decided later.
 */
@ApplicationScoped
public class Introspection implements ImportPlugin {

    private List<String> offered;

    /** For the container's proxy only. */
    protected Introspection() {}

    @Inject
    public Introspection(ImageSettings settings) {
        this(settings.diskFormats());
    }

    /** @param offered the formats that users may name */
    Introspection(List<String> offered) {
        this.offered = List.copyOf(offered);
    }

    @Override
    public String name() {
        return "introspect";
    }

    @Override
    public void run(PluginRun run) throws IOException {
        var details = run.image().details();
        if (!FormatRule.appliesTo(details.containerFormat())) {
            return;
        }
        var seen = FormatWatch.inspect(run.file());
        boolean told = seen.findings().size() == 1
                || (seen.findings().isEmpty() && FormatRule.recognises(details.diskFormat()));
        String format = seen.kind();
        if (told && offered.contains(format) && !format.equals(details.diskFormat())) {
            run.describe(before -> before.edit().diskFormat(format).done());
        }
    }
}
