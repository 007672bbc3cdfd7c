package io.github.predella.data;

import io.github.predella.config.Seconds;
import io.github.predella.config.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Whether and where data waits for its import.
 *
 * @param importMethods names of the ways to import that are offered; data can be staged when {@code glance-direct} is
 *     one of them
 * @param nodeStagingUri where the staging area is in the single-store form, as {@code file://} and a path; empty for the
 *     default
 * @param uploadSessionIdle after so long without data a resumable upload is given up; at least 1 second
 */
public record StagingSettings(
        @Setting(
                key = "DEFAULT.enabled_import_methods",
                fallback = "[glance-direct,web-download,copy-image]",
                says = "the ways to import, a list in brackets; data can be staged with glance-direct only")
        List<String> importMethods,

        @Setting(
                key = "DEFAULT.node_staging_uri",
                fallback = "",
                says = "staging directory in the single-store form, as file:///path;"
                        + " empty: the directory staging below the data directory")
        String nodeStagingUri,

        @Setting(
                key = "predella.upload_session_idle",
                fallback = "86400",
                says = "seconds without data after which a resumable upload is given up")
        Seconds uploadSessionIdle) {

    /** The section with the options of the staging area; the reference keeps it as a store that nobody may choose. */
    public static final String SECTION = StagingArea.STORE;

    private static final String DIRECTORY = "filesystem_store_datadir";
    private static final String SCHEME = "file";

    public StagingSettings {
        importMethods = List.copyOf(importMethods);
        if (uploadSessionIdle.value() < 1) {
            throw new IllegalArgumentException("upload_session_idle is less than 1");
        }
        pathOf(nodeStagingUri);
    }

    /** Whether callers may stage data. */
    public boolean stagingEnabled() {
        return importMethods.contains("glance-direct");
    }

    /**
     * The directory of the staging area.
     *
     * @param multiStore whether the stores are configured in the form with several of them
     * @param options of the section {@link #SECTION}
     * @param standard where it is when nothing is configured
     * @throws IllegalArgumentException with a sentence for the operator
     */
    public Path directory(boolean multiStore, Map<String, String> options, Path standard) {
        String configured = options.getOrDefault(DIRECTORY, "").strip();
        if (options.containsKey("filesystem_store_datadirs")) {
            throw new IllegalArgumentException(
                    "[" + SECTION + "] takes one directory, " + DIRECTORY + ", not filesystem_store_datadirs");
        }
        if (!configured.isEmpty()) {
            return Path.of(configured).toAbsolutePath().normalize();
        }
        Path single = pathOf(nodeStagingUri);
        return multiStore || single == null ? standard : single;
    }

    private static Path pathOf(String address) {
        if (address.isBlank()) {
            return null;
        }
        try {
            var uri = new URI(address.strip());
            boolean plain = uri.getRawAuthority() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (SCHEME.equalsIgnoreCase(uri.getScheme()) && plain && uri.getPath() != null) {
                return Path.of(uri.getPath()).toAbsolutePath().normalize();
            }
        } catch (URISyntaxException unreadable) {
            throw new IllegalArgumentException("node_staging_uri is no address: " + address, unreadable);
        }
        throw new IllegalArgumentException("node_staging_uri must be file:// and a path, not " + address);
    }
}
