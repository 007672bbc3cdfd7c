package io.github.predella.dashboard.metadefs;

import io.github.predella.core.Fault;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.dashboard.Texts;
import io.github.predella.metadefs.MetaObject;
import io.github.predella.metadefs.MetadefPermission;
import io.github.predella.metadefs.ObjectService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/** The form for an object of a namespace without its properties, which have forms of their own. */
@Named("objectForm")
@RequestScoped
public class ObjectFormBean {

    private static final List<String> FIELDS = List.of("name", "description", "required");

    private ObjectService objects;
    private NamespaceBean namespace;
    private FormFields fields;
    private ActiveCaller active;
    private CurrentPage page;
    private FacesAnswer answer;
    private Notices notices;
    private Texts texts;

    /** For the container's proxy only. */
    protected ObjectFormBean() {}

    @Inject
    public ObjectFormBean(
            ObjectService objects,
            NamespaceBean namespace,
            FormFields fields,
            ActiveCaller active,
            CurrentPage page,
            FacesAnswer answer,
            Notices notices,
            Texts texts) {
        this.objects = objects;
        this.namespace = namespace;
        this.fields = fields;
        this.active = active;
        this.page = page;
        this.answer = answer;
        this.notices = notices;
        this.texts = texts;
    }

    /** Throws {@link Fault} FORBIDDEN for whoever may not do that, NOT_FOUND when there is no such object. */
    public void load() {
        var needed = isNew() ? MetadefPermission.ADD_METADEF_OBJECT : MetadefPermission.MODIFY_METADEF_OBJECT;
        if (!namespace.may(needed.name())) {
            throw Fault.forbidden(texts.get("metadefs.not-open"));
        }
        stored();
    }

    /** The name of the object as it is stored; null for a new one. */
    public String getName() {
        return page.query("object");
    }

    /** Whether the object is not there yet. */
    public boolean isNew() {
        return getName() == null;
    }

    private MetaObject stored() {
        return isNew() ? null : namespace.object(getName());
    }

    /** What stands in a field. */
    public String value(String name) {
        return values().getOrDefault(name, "");
    }

    private Map<String, String> values() {
        return fields.values(FIELDS, () -> isNew() ? Map.of() : values(stored()));
    }

    private static Map<String, String> values(MetaObject object) {
        return Map.of(
                "name", object.name(),
                "description", object.description() == null ? "" : object.description(),
                "required", object.required() == null ? "" : String.join("\n", object.required()));
    }

    /** What the form carries along about the object as it was shown. */
    public String getBefore() {
        return FormFields.fingerprint(stored());
    }

    /** Stores what the form says, unless somebody else was quicker. */
    public void save() {
        var stored = stored();
        if (fields.isOutdated(stored)) {
            return;
        }
        var required = FormFields.lines(value("required"));
        var wanted = ObjectBodies.object(
                value("name"),
                value("description").isEmpty() ? null : value("description"),
                required.isEmpty() ? null : required,
                stored == null ? JsonValue.EMPTY_JSON_OBJECT : stored.properties());
        String place = namespace.getAbout().name();
        if (stored == null) {
            objects.add(active.caller(), place, wanted);
        } else {
            objects.replace(active.caller(), place, stored.name(), wanted);
        }
        notices.done("metadefs.object-saved", wanted.name());
        answer.redirect(namespace.address(""));
    }
}
