package io.github.predella.metadefs;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a definition says otherwise than the catalogue, in the order in which namespaces are shown. */
public record DefinitionDifference(List<Change> changes) {

    /** What something is about which there is a difference. */
    public enum Subject {
        NAMESPACE,
        TYPE,
        PROPERTY,
        OBJECT,
        TAG
    }

    /** How the definition differs from the catalogue. */
    public enum Kind {
        NEW,
        CHANGED,
        /** Only the catalogue has it. */
        GONE
    }

    /**
     * One difference.
     *
     * @param name of what differs
     * @param lines what it says otherwise; for something new or gone, all that it says
     */
    public record Change(Subject subject, String name, Kind kind, List<Line> lines) {

        public Change {
            lines = List.copyOf(lines);
        }
    }

    /** What the catalogue and the definition say under one keyword, each null where it says nothing. */
    public record Line(String what, String before, String after) {}

    public DefinitionDifference {
        changes = List.copyOf(changes);
    }

    /** The differences of a definition from what is stored under its name, if there is anything. */
    static DefinitionDifference between(Optional<Definition> stored, Definition wanted) {
        var changes = new ArrayList<Change>();
        for (Subject subject : Subject.values()) {
            var before = stored.map(definition -> facts(subject, definition)).orElse(Map.of());
            var after = facts(subject, wanted);
            union(before, after)
                    .map(name -> change(subject, name, before.get(name), after.get(name)))
                    .flatMap(Optional::stream)
                    .forEach(changes::add);
        }
        return new DefinitionDifference(changes);
    }

    private static Stream<String> union(Map<String, ?> one, Map<String, ?> other) {
        var names = new LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        return names.stream();
    }

    private static Optional<Change> change(
            Subject subject, String name, Map<String, String> before, Map<String, String> after) {
        if (Objects.equals(before, after)) {
            return Optional.empty();
        }
        Map<String, String> from = before == null ? Map.of() : before;
        Map<String, String> to = after == null ? Map.of() : after;
        var lines = union(from, to)
                .filter(what -> !Objects.equals(from.get(what), to.get(what)))
                .map(what -> new Line(what, from.get(what), to.get(what)))
                .toList();
        return Optional.of(
                new Change(subject, name, before == null ? Kind.NEW : after == null ? Kind.GONE : Kind.CHANGED, lines));
    }

    /** What a definition says about things of one kind, by their names and keywords. */
    private static Map<String, Map<String, String>> facts(Subject subject, Definition definition) {
        var facts = new LinkedHashMap<String, Map<String, String>>();
        switch (subject) {
            case NAMESPACE -> facts.put(definition.namespace().name(), facts(definition.namespace()));
            case TYPE -> definition.associations().forEach(one -> facts.put(one.type(), facts(one)));
            case PROPERTY -> definition.properties().forEach(one -> facts.put(one.name(), facts(one.schema(), "")));
            case OBJECT -> definition.objects().forEach(one -> facts.put(one.name(), facts(one)));
            case TAG -> definition.tags().forEach(one -> facts.put(one.name(), Map.of()));
        }
        return facts;
    }

    private static Map<String, String> facts(Namespace namespace) {
        var facts = new LinkedHashMap<String, String>();
        note(facts, "display_name", namespace.displayName());
        note(facts, "description", namespace.description());
        note(
                facts,
                "visibility",
                namespace.visibility() == null ? null : namespace.visibility().wireName());
        note(facts, "protected", String.valueOf(namespace.isProtected()));
        note(facts, "owner", namespace.owner());
        return facts;
    }

    private static Map<String, String> facts(Association association) {
        var facts = new LinkedHashMap<String, String>();
        note(facts, "prefix", association.prefix());
        note(facts, "properties_target", association.propertiesTarget());
        return facts;
    }

    private static Map<String, String> facts(MetaObject object) {
        var facts = new LinkedHashMap<String, String>();
        note(facts, "description", object.description());
        note(facts, "required", object.required() == null ? null : String.join(", ", object.required()));
        facts.putAll(facts(object.properties(), "properties."));
        return facts;
    }

    private static Map<String, String> facts(JsonObject schema, String before) {
        var facts = new LinkedHashMap<String, String>();
        schema.forEach((keyword, value) -> note(facts, before + keyword, text(value)));
        return facts;
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    private static void note(Map<String, String> facts, String what, String text) {
        if (text != null) {
            facts.put(what, text);
        }
    }
}
