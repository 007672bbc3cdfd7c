package io.github.predella.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The merged view of all places where settings are written. By strength: system properties ({@code -Dgroup.key=…}),
 * environment variables ({@code GROUP_KEY}, {@code OS_GROUP__KEY}), and in {@code $OS_GLANCE_CONFIG_DIR} or
 * {@code /etc/glance} the files {@code glance-api.conf.d/*.conf}, {@code glance.conf.d/*.conf}, {@code glance-api.conf}
 * and {@code glance-image-import.conf}; at last the fallbacks in the records.
 *
 * <p>Everything is read once by {@link #load}; the object never changes and is safe for any thread.
 */
public final class Settings {

    private static final List<String> FILES = List.of("glance-image-import.conf", "glance-api.conf");

    /** What lies in these stands over the files, in the order of the names. */
    private static final List<String> DIRECTORIES = List.of("glance.conf.d", "glance-api.conf.d");

    private final Path directory;
    private final List<SettingsSource> sources;

    private Settings(Path directory, List<SettingsSource> sources) {
        this.directory = directory;
        this.sources = sources;
    }

    /**
     * Reads all sources.
     *
     * @param systemProperties those of the virtual machine, texts only
     * @param environment the variables of the process
     * @throws SettingsProblems when a file is there but cannot be read or is not in ini form
     */
    public static Settings load(Map<String, String> systemProperties, Map<String, String> environment) {
        Path directory = Path.of(environment.getOrDefault("OS_GLANCE_CONFIG_DIR", "/etc/glance"))
                .toAbsolutePath()
                .normalize();
        return new Settings(
                directory,
                List.of(
                        new SystemPropertySource(systemProperties),
                        new EnvironmentSource(environment),
                        IniSource.of(filesIn(directory))));
    }

    private static List<Path> filesIn(Path directory) {
        var files = new ArrayList<>(FILES.stream().map(directory::resolve).toList());
        for (String name : DIRECTORIES) {
            Path further = directory.resolve(name);
            if (Files.isDirectory(further)) {
                try (Stream<Path> found = Files.list(further)) {
                    found.filter(file -> file.toString().endsWith(".conf"))
                            .sorted()
                            .forEach(files::add);
                } catch (IOException failure) {
                    throw new SettingsProblems(List.of(further + " cannot be read: " + failure));
                }
            }
        }
        return files;
    }

    /**
     * Reads all sources of the running process.
     *
     * @throws SettingsProblems as for {@link #load}
     */
    public static Settings ofProcess() {
        var properties = System.getProperties();
        var texts = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(Function.identity(), properties::getProperty));
        return load(texts, System.getenv());
    }

    /** The configuration directory, absolute; other files of the operator are named relative to it. */
    public Path directory() {
        return directory;
    }

    /**
     * Builds a record whose components name their keys with the group.
     *
     * @throws SettingsProblems with everything that is wrong with its values
     * @throws IllegalStateException when the record does not keep to {@link Setting}
     */
    public <R extends Record> R read(Class<R> type) {
        return new SettingsReader(this, null).read(type);
    }

    /** One section, for records that are read several times, such as once for each store. */
    public Section section(String name) {
        return new Section(new SettingsReader(this, name));
    }

    /** See {@link Settings#section}. */
    public static final class Section {

        private final SettingsReader reader;

        private Section(SettingsReader reader) {
            this.reader = reader;
        }

        /**
         * Builds a record whose components name their keys without a group.
         *
         * @throws SettingsProblems with everything that is wrong with its values
         * @throws IllegalStateException when the record does not keep to {@link Setting}
         */
        public <R extends Record> R read(Class<R> type) {
            return reader.read(type);
        }
    }

    /**
     * Everything that is set in a section, by key, for sections whose keys only their reader knows, such as a store's
     * driver. A key that is repeated in a file has its texts joined by commas.
     */
    public Map<String, String> sectionTexts(String name) {
        var texts = new LinkedHashMap<String, String>();
        for (SettingsSource source : sources) {
            source.group(name).forEach((key, found) -> texts.putIfAbsent(key, String.join(",", found.texts())));
        }
        return Map.copyOf(texts);
    }

    Optional<FoundSetting> find(SettingKey key) {
        return sources.stream()
                .flatMap(source -> Stream.concat(Stream.of(key.key()), key.formerly().stream())
                        .flatMap(name -> source.find(name).stream()))
                .findFirst();
    }

    Optional<FoundSetting> find(String key) {
        return sources.stream().flatMap(source -> source.find(key).stream()).findFirst();
    }

    /** Fallbacks of our own group, to which the fallbacks of every record may refer. */
    Optional<String> ownFallback(String key) {
        return SettingsReader.keysOf(PredellaSettings.class, null).stream()
                .filter(own -> own.key().equals(key))
                .findFirst()
                .flatMap(SettingKey::fallback);
    }

    List<SettingsSource.Stranger> strangers(Set<String> known) {
        return sources.stream()
                .flatMap(source -> source.strangers(known).stream())
                .toList();
    }
}
