package io.github.predella.dashboard.metadefs;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.dashboard.Texts;
import io.github.predella.metadefs.DefinitionReader;
import io.github.predella.metadefs.MetaObject;
import io.github.predella.metadefs.MetaProperty;
import io.github.predella.metadefs.MetadefPermission;
import io.github.predella.metadefs.ObjectService;
import io.github.predella.metadefs.PropertyService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The form for a property of a namespace or of an object in it. The address says which: {@code object} when it belongs
 * to one, {@code property} when it is there already.
 */
@Named("propertyForm")
@RequestScoped
public class PropertyFormBean {

    private PropertyService properties;
    private ObjectService objects;
    private NamespaceBean namespace;
    private FormFields fields;
    private ActiveCaller active;
    private CurrentPage page;
    private FacesAnswer answer;
    private Notices notices;
    private Texts texts;
    private Set<String> wrong = Set.of();

    /** For the container's proxy only. */
    protected PropertyFormBean() {}

    @Inject
    public PropertyFormBean(
            PropertyService properties,
            ObjectService objects,
            NamespaceBean namespace,
            FormFields fields,
            ActiveCaller active,
            CurrentPage page,
            FacesAnswer answer,
            Notices notices,
            Texts texts) {
        this.properties = properties;
        this.objects = objects;
        this.namespace = namespace;
        this.fields = fields;
        this.active = active;
        this.page = page;
        this.answer = answer;
        this.notices = notices;
        this.texts = texts;
    }

    /** Throws {@link Fault} FORBIDDEN for whoever may not do that, NOT_FOUND when there is no such object or property. */
    public void load() {
        var needed = getObjectName() != null
                ? MetadefPermission.MODIFY_METADEF_OBJECT
                : isNew() ? MetadefPermission.ADD_METADEF_PROPERTY : MetadefPermission.MODIFY_METADEF_PROPERTY;
        if (!namespace.may(needed.name())) {
            throw Fault.forbidden(texts.get("metadefs.not-open"));
        }
        if (getObjectName() != null) {
            object();
        }
        stored();
    }

    /** The name of the object that the property belongs to; null when it is one of the namespace itself. */
    public String getObjectName() {
        return page.query("object");
    }

    /** The name of the property as it is stored; null for a new one. */
    public String getName() {
        return page.query("property");
    }

    /** Whether the property is not there yet. */
    public boolean isNew() {
        return getName() == null;
    }

    private MetaObject object() {
        return namespace.object(getObjectName());
    }

    /** What is stored of the property, null for a new one. */
    private MetaProperty stored() {
        if (isNew()) {
            return null;
        }
        if (getObjectName() == null) {
            return namespace.property(getName());
        }
        if (object().properties().get(getName()) instanceof JsonObject schema) {
            return MetaProperty.wanted(getName(), schema);
        }
        throw Fault.notFound(texts.of("metadefs.nothing-there", getName()));
    }

    /** What stands in a field. */
    public String value(String name) {
        return values().getOrDefault(name, "");
    }

    private Map<String, String> values() {
        return fields.values(
                PropertyFields.NAMES,
                () -> isNew() ? Map.of("type", "string") : PropertyFields.of(getName(), stored().schema()));
    }

    /** Whether something is wrong with what stands in a field. */
    public boolean isWrong(String name) {
        return wrong.contains(name);
    }

    /** The kinds of values to choose from. */
    public List<String> getTypes() {
        return PropertyFields.TYPES;
    }

    /** What the form carries along about the property as it was shown. */
    public String getBefore() {
        return FormFields.fingerprint(stored());
    }

    /** Stores what the form says, unless something is wrong with it or somebody else was quicker. */
    public void save() {
        var stored = stored();
        wrong = PropertyFields.wrong(values());
        if (!wrong.isEmpty()) {
            answer.complain(texts.get("metadefs.some-wrong"));
        } else if (!fields.isOutdated(stored)) {
            var schema =
                    PropertyFields.schema(values(), stored == null ? JsonValue.EMPTY_JSON_OBJECT : stored.schema());
            store(values().get("name"), schema);
            notices.done("metadefs.property-saved", values().get("name"));
            answer.redirect(namespace.address(""));
        }
    }

    private void store(String name, JsonObject schema) {
        var caller = active.caller();
        String place = namespace.getAbout().name();
        if (getObjectName() != null) {
            objects.replace(caller, place, getObjectName(), changed(object(), name, schema));
            return;
        }
        var body = Jsons.object().add("name", name);
        schema.forEach(body::add);
        var property = DefinitionReader.property(body.build());
        if (isNew()) {
            properties.add(caller, place, property);
        } else {
            properties.replace(caller, place, getName(), property);
        }
    }

    /** The object with a property that is new or has changed, in its place. */
    private MetaObject changed(MetaObject object, String name, JsonObject schema) {
        if (!name.equals(getName()) && object.properties().containsKey(name)) {
            throw Fault.conflict(texts.of("metadefs.there-already", name));
        }
        var all = Jsons.object();
        object.properties().forEach((other, value) -> {
            if (other.equals(getName())) {
                all.add(name, schema);
            } else {
                all.add(other, value);
            }
        });
        if (isNew()) {
            all.add(name, schema);
        }
        var required = object.required() == null
                ? null
                : object.required().stream()
                        .map(one -> one.equals(getName()) ? name : one)
                        .toList();
        return ObjectBodies.object(object.name(), object.description(), required, all.build());
    }
}
