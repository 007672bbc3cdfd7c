package io.github.predella.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Builds settings records from texts: the only place that looks into classes at run time. */
final class SettingsReader {

    private static final String STRINGS = "java.util.List<java.lang.String>";
    private static final String PAIRS = "java.util.Map<java.lang.String, java.lang.String>";

    private final Settings settings;
    private final String section;

    /** @param section the section that keys without a group mean; null when the record names its groups itself */
    SettingsReader(Settings settings, String section) {
        this.settings = settings;
        this.section = section;
    }

    /** What a record reads, in the order of its components. */
    List<SettingKey> keysOf(Class<? extends Record> type) {
        return keysOf(type, section);
    }

    static List<SettingKey> keysOf(Class<? extends Record> type, String section) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> keyOf(component, section))
                .toList();
    }

    /**
     * Builds one record.
     *
     * @throws SettingsProblems with everything that is wrong with its texts, or else with what its constructor refuses
     */
    <R extends Record> R read(Class<R> type) {
        Substitution substitution = substitutionFor(type);
        var problems = new ArrayList<String>();
        RecordComponent[] components = type.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            SettingKey key = keyOf(components[i], section);
            Optional<FoundSetting> found = settings.find(key);
            try {
                values[i] = value(components[i], key, found, substitution);
            } catch (IllegalArgumentException e) {
                problems.add(complaint(key, found, e));
            }
        }
        SettingsProblems.throwIfAny(problems);
        return build(type, components, values);
    }

    /** The text in force for one key of a record, after substitution; empty when there is none. */
    String textOf(Class<? extends Record> type, SettingKey key) {
        Substitution substitution = substitutionFor(type);
        return settings.find(key)
                .map(found -> found.texts().stream()
                        .map(text -> substitution.expand(text, key.group()))
                        .collect(Collectors.joining(",")))
                .or(() -> key.fallback().map(text -> substitution.expand(text, key.group())))
                .orElse("");
    }

    private static SettingKey keyOf(RecordComponent component, String section) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException(component.getDeclaringRecord() + ": " + component.getName()
                    + " does not say from which setting it is read");
        }
        boolean grouped = setting.key().indexOf('.') > 0;
        if (grouped == (section != null)) {
            throw new IllegalStateException(setting.key() + " is not a key for "
                    + (section == null ? "a record without section" : "section " + section));
        }
        return new SettingKey(
                IniSource.canonical(grouped ? setting.key() : section + "." + setting.key()),
                List.of(setting.formerly()),
                Optional.of(setting.fallback()).filter(text -> !text.equals(Setting.NONE)),
                component.getType() == Secret.class,
                setting.says());
    }

    private Substitution substitutionFor(Class<? extends Record> type) {
        Map<String, String> fallbacks = keysOf(type).stream()
                .filter(key -> key.fallback().isPresent())
                .collect(Collectors.toMap(
                        SettingKey::key, key -> key.fallback().orElseThrow(), (first, second) -> first));
        return new Substitution(key -> settings.find(key)
                .map(FoundSetting::last)
                .or(() -> Optional.ofNullable(fallbacks.get(IniSource.canonical(key))))
                .or(() -> settings.ownFallback(key)));
    }

    private static Object value(
            RecordComponent component, SettingKey key, Optional<FoundSetting> found, Substitution substitution) {
        Type type = component.getGenericType();
        if (type.getTypeName().equals(STRINGS)) {
            return strings(component, key, found, substitution);
        }
        Optional<String> text =
                found.map(FoundSetting::last).or(key::fallback).map(raw -> substitution.expand(raw, key.group()));
        if (type.getTypeName().equals(PAIRS)) {
            return TextForms.map(text.orElse(""));
        }
        return single(component.getType(), key, text);
    }

    private static List<String> strings(
            RecordComponent component, SettingKey key, Optional<FoundSetting> found, Substitution substitution) {
        List<String> texts = found.map(FoundSetting::texts)
                .orElseGet(() -> key.fallback().map(List::of).orElse(List.of()));
        List<String> expanded = texts.stream()
                .map(text -> substitution.expand(text, key.group()))
                .toList();
        if (component.getAnnotation(Setting.class).repeated()) {
            return expanded.stream()
                    .flatMap(text -> TextForms.list(text).stream())
                    .toList();
        }
        return expanded.isEmpty() ? List.of() : TextForms.list(expanded.get(expanded.size() - 1));
    }

    private static Object single(Class<?> type, SettingKey key, Optional<String> text) {
        if (!TextForms.isSingle(type)) {
            throw new IllegalStateException(key.key() + " has the type " + type + ", which no text can become");
        }
        boolean mayBeEmpty = type == String.class && key.fallback().isPresent();
        Optional<String> given = text.filter(some -> mayBeEmpty || !some.isBlank());
        if (given.isPresent()) {
            return TextForms.single(type, given.get());
        }
        if (type.isPrimitive() || key.fallback().isPresent()) {
            throw new IllegalArgumentException("must be set");
        }
        return null;
    }

    private static String complaint(SettingKey key, Optional<FoundSetting> found, IllegalArgumentException e) {
        String text = key.secret()
                ? ""
                : found.map(some -> " = " + some.last()).or(key::fallback).orElse("");
        String origin = found.map(some -> " (" + some.origin() + ")").orElse("");
        return key.spoken() + text + origin + ": " + e.getMessage();
    }

    private static <R extends Record> R build(Class<R> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw new SettingsProblems(List.of(refusal.getMessage()));
            }
            throw new IllegalStateException(type + " cannot be built", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " must be public and have only settings as components", e);
        }
    }
}
