package io.github.predella.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Which build this is, from the archive that holds it. */
final class VersionText implements IVersionProvider {

    private final String version;

    VersionText(String version) {
        this.version = Objects.requireNonNull(version);
    }

    @Override
    public String[] getVersion() {
        return new String[] {"predella " + version};
    }
}
