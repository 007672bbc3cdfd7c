package io.github.predella.dashboard.metadata;

import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.metadata.Group.Section;
import io.github.predella.metadefs.Definition;
import io.github.predella.metadefs.MetaObject;
import io.github.predella.metadefs.MetaProperty;
import io.github.predella.metadefs.NamespaceService;
import io.github.predella.metadefs.ValueRule;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the definitions that the person sees say about images; read once for a page. */
@RequestScoped
public class Offer {

    /** The type of resources that definitions name images by. */
    private static final String IMAGES = "OS::Glance::Image";

    private NamespaceService namespaces;
    private ActiveCaller active;

    private List<Group> groups;
    private Map<String, Known> known;

    /** For the container's proxy only. */
    protected Offer() {}

    @Inject
    public Offer(NamespaceService namespaces, ActiveCaller active) {
        this.namespaces = namespaces;
        this.active = active;
    }

    /** The namespaces, without those that have nothing to say. */
    List<Group> groups() {
        read();
        return groups;
    }

    /** The names of all properties. */
    List<String> names() {
        read();
        return List.copyOf(known.keySet());
    }

    /** What is said about a property. */
    Optional<Known> find(String name) {
        read();
        return Optional.ofNullable(known.get(name));
    }

    private void read() {
        if (groups == null) {
            groups = groups(namespaces.offered(active.caller(), IMAGES));
            known = byName(groups);
        }
    }

    static List<Group> groups(List<Definition> definitions) {
        return definitions.stream()
                .map(Offer::group)
                .filter(group -> !group.sections().isEmpty())
                .toList();
    }

    static Map<String, Known> byName(List<Group> groups) {
        var known = new LinkedHashMap<String, Known>();
        groups.stream()
                .flatMap(group -> group.sections().stream())
                .flatMap(section -> section.properties().stream())
                .forEach(property -> known.merge(property.name(), property, Known::or));
        return known;
    }

    private static Group group(Definition definition) {
        var namespace = definition.namespace();
        var sections = new ArrayList<Section>();
        var own = definition.properties().stream().map(Offer::known).toList();
        if (!own.isEmpty()) {
            sections.add(new Section("", "", own));
        }
        definition.objects().stream()
                .filter(object -> !object.properties().isEmpty())
                .forEach(object -> sections.add(section(object)));
        return new Group(
                namespace.name(),
                otherwise(namespace.displayName(), namespace.name()),
                otherwise(namespace.description(), ""),
                sections);
    }

    private static Section section(MetaObject object) {
        var properties = object.properties().entrySet().stream()
                .map(entry -> known(entry.getKey(), entry.getValue()))
                .toList();
        return new Section(object.name(), otherwise(object.description(), ""), properties);
    }

    private static Known known(MetaProperty property) {
        return known(property.name(), property.schema());
    }

    /** Rows that others have written may hold anything. */
    private static Known known(String name, JsonValue value) {
        var schema = value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        return new Known(
                name,
                schema.getString("title", name),
                schema.getString("description", ""),
                List.of(ValueRule.of(schema)));
    }

    private static String otherwise(String text, String other) {
        return text == null || text.isBlank() ? other : text;
    }
}
