package io.github.predella.config;

import io.github.predella.config.SettingsSource.Stranger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All settings records of the service, and which of them are read from which further section. It answers what no single
 * record can: is everything right, is anything set that nobody reads, and what is in force? Immutable.
 */
public final class SettingsCatalogue {

    private final List<Class<? extends Record>> records;
    private final Map<String, List<Class<? extends Record>>> sections;
    private final Set<String> openSections;

    /** @param records those whose components name their groups */
    public SettingsCatalogue(List<Class<? extends Record>> records) {
        this(records, Map.of(), Set.of());
    }

    private SettingsCatalogue(
            List<Class<? extends Record>> records,
            Map<String, List<Class<? extends Record>>> sections,
            Set<String> openSections) {
        this.records = List.copyOf(records);
        this.sections = sections;
        this.openSections = Set.copyOf(openSections);
    }

    /** The same catalogue with one more section, from which the given records are read. */
    public SettingsCatalogue withSection(String name, List<Class<? extends Record>> types) {
        var more = new LinkedHashMap<>(sections);
        more.put(name, List.copyOf(types));
        return new SettingsCatalogue(records, more, openSections);
    }

    /** The same catalogue with sections whose keys only their readers know, such as a store's driver. */
    public SettingsCatalogue withOpenSections(Collection<String> names) {
        var more = new HashSet<>(openSections);
        names.forEach(name -> more.add(name.toLowerCase(Locale.ROOT)));
        return new SettingsCatalogue(records, sections, more);
    }

    /** Every setting of the records that name their groups, in their order; the source of the table in README. */
    public List<SettingKey> keys() {
        return records.stream()
                .flatMap(type -> SettingsReader.keysOf(type, null).stream())
                .toList();
    }

    /**
     * Reads every record and looks for what nobody reads.
     *
     * @return one warning for each key that is set without effect or by a former name
     * @throws SettingsProblems with all problems of all records, unknown names of our own group among them
     */
    public List<String> check(Settings settings) {
        var problems = new ArrayList<String>();
        var warnings = new ArrayList<String>();
        var keys = new ArrayList<SettingKey>();
        forEach(settings, (reader, type) -> {
            keys.addAll(reader.keysOf(type));
            try {
                reader.read(type);
            } catch (SettingsProblems e) {
                problems.addAll(e.problems());
            }
        });
        Map<String, String> successors = successorsOf(keys);
        Set<String> known = keys.stream().map(SettingKey::key).collect(Collectors.toSet());
        UpstreamKeys upstream = UpstreamKeys.load();
        for (Stranger stranger : settings.strangers(known)) {
            if (stranger.key().startsWith(PredellaSettings.GROUP + ".")) {
                problems.add(told(stranger) + ": there is no such setting");
            } else if (!isOpen(stranger.key())
                    || upstream.adviceFor(stranger.key()).isPresent()) {
                warnings.add(told(stranger) + ": " + advice(stranger.key(), successors, upstream));
            }
        }
        SettingsProblems.throwIfAny(problems);
        return List.copyOf(warnings);
    }

    private boolean isOpen(String key) {
        int dot = key.indexOf('.');
        return dot > 0 && openSections.contains(key.substring(0, dot));
    }

    /** What is in force, in the order of the catalogue, secrets masked. */
    public List<EffectiveSetting> effective(Settings settings) {
        return lines(settings, true);
    }

    /** The same with secrets as they are, for comparisons. */
    List<EffectiveSetting> plain(Settings settings) {
        return lines(settings, false);
    }

    private List<EffectiveSetting> lines(Settings settings, boolean masked) {
        var lines = new ArrayList<EffectiveSetting>();
        forEach(settings, (reader, type) -> {
            for (SettingKey key : reader.keysOf(type)) {
                String text = reader.textOf(type, key);
                Optional<FoundSetting> found = settings.find(key);
                lines.add(new EffectiveSetting(
                        key.key(),
                        masked && key.secret() && !text.isEmpty() ? Secret.DOTS : text,
                        found.map(FoundSetting::origin).orElse(EffectiveSetting.DEFAULT)));
            }
        });
        return List.copyOf(lines);
    }

    private interface Visit {
        void visit(SettingsReader reader, Class<? extends Record> type);
    }

    private void forEach(Settings settings, Visit visit) {
        records.forEach(type -> visit.visit(new SettingsReader(settings, null), type));
        sections.forEach((name, types) -> types.forEach(type -> visit.visit(new SettingsReader(settings, name), type)));
    }

    private static Map<String, String> successorsOf(List<SettingKey> keys) {
        var successors = new LinkedHashMap<String, String>();
        keys.forEach(
                key -> key.formerly().forEach(former -> successors.put(IniSource.canonical(former), key.spoken())));
        return successors;
    }

    private static String told(Stranger stranger) {
        return SettingKey.spoken(stranger.key()) + " (" + stranger.origin() + ")";
    }

    private static String advice(String key, Map<String, String> successors, UpstreamKeys upstream) {
        if (successors.containsKey(key)) {
            return "is now called " + successors.get(key);
        }
        return upstream.adviceFor(key).orElse("is not known here and has no effect");
    }
}
