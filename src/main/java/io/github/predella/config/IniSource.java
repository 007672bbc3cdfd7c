package io.github.predella.config;

import io.github.predella.core.IniText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The reference's option files, read unchanged. A later file stands over an earlier one; a key that is repeated, in one
 * file or in several, keeps all its texts in order for settings that are written that way.
 *
 * <p>Group names are compared without case, except {@code DEFAULT}, which is only itself.
 */
public final class IniSource implements SettingsSource {

    /** An option file is a few kilobytes; a larger one is some other file. */
    private static final long MOST_BYTES = 1 << 20;

    private static final String DEFAULT = "DEFAULT";

    private final Map<String, FoundSetting> settings = new LinkedHashMap<>();

    private IniSource() {}

    /**
     * Reads those of the files that exist.
     *
     * @param files weakest first
     * @throws SettingsProblems when a file cannot be read or is not in ini form
     */
    public static IniSource of(List<Path> files) {
        var source = new IniSource();
        var problems = new ArrayList<String>();
        for (Path file : files) {
            if (Files.exists(file)) {
                source.read(file, problems);
            }
        }
        SettingsProblems.throwIfAny(problems);
        return source;
    }

    private void read(Path file, List<String> problems) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException("is larger than " + MOST_BYTES + " bytes");
            }
            IniText.parse(Files.readString(file, StandardCharsets.UTF_8)).forEach(section -> take(file, section));
        } catch (IOException e) {
            problems.add(file + " cannot be read as UTF-8 text: " + e);
        } catch (IllegalArgumentException e) {
            problems.add(file + " " + e.getMessage());
        }
    }

    private void take(Path file, IniText.Section section) {
        for (IniText.Entry entry : section.entries()) {
            String origin = file + " line " + entry.line();
            settings.merge(
                    canonical(section.name() + "." + entry.key()),
                    new FoundSetting(List.of(entry.value()), origin),
                    IniSource::repeated);
        }
    }

    private static FoundSetting repeated(FoundSetting before, FoundSetting now) {
        var texts = new ArrayList<>(before.texts());
        texts.addAll(now.texts());
        return new FoundSetting(texts, now.origin());
    }

    /** The key with its group in lower case. */
    static String canonical(String key) {
        int dot = key.indexOf('.');
        String group = key.substring(0, dot);
        return group.equals(DEFAULT) ? key : group.toLowerCase(Locale.ROOT) + key.substring(dot);
    }

    @Override
    public Optional<FoundSetting> find(String key) {
        return Optional.ofNullable(settings.get(canonical(key)));
    }

    @Override
    public Map<String, FoundSetting> group(String name) {
        String prefix = canonical(name + ".");
        return settings.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    /** Everything in these files is meant for this service. */
    @Override
    public List<Stranger> strangers(Set<String> known) {
        return settings.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .map(entry -> new Stranger(entry.getKey(), entry.getValue().origin()))
                .toList();
    }
}
