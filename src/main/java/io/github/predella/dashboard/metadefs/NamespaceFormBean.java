package io.github.predella.dashboard.metadefs;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.dashboard.Texts;
import io.github.predella.metadefs.Definition;
import io.github.predella.metadefs.DefinitionReader;
import io.github.predella.metadefs.MetadefPermission;
import io.github.predella.metadefs.Namespace;
import io.github.predella.metadefs.Namespace.Visibility;
import io.github.predella.metadefs.NamespaceService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The form for what a namespace says about itself, be it a new one or one that is there. */
@Named("namespaceForm")
@RequestScoped
public class NamespaceFormBean {

    private static final String NAME = "namespace";
    private static final String PROTECTED = "protected";
    private static final List<String> FIELDS = List.of(NAME, "display_name", "description", "visibility", PROTECTED);

    private NamespaceService namespaces;
    private NamespaceBean present;
    private FormFields fields;
    private ActiveCaller active;
    private CurrentPage page;
    private FacesAnswer answer;
    private Notices notices;
    private Texts texts;

    /** For the container's proxy only. */
    protected NamespaceFormBean() {}

    @Inject
    public NamespaceFormBean(
            NamespaceService namespaces,
            NamespaceBean present,
            FormFields fields,
            ActiveCaller active,
            CurrentPage page,
            FacesAnswer answer,
            Notices notices,
            Texts texts) {
        this.namespaces = namespaces;
        this.present = present;
        this.fields = fields;
        this.active = active;
        this.page = page;
        this.answer = answer;
        this.notices = notices;
        this.texts = texts;
    }

    /** Throws {@link Fault} FORBIDDEN for whoever may not do that. */
    public void load() {
        boolean open = isNew()
                ? namespaces.may(active.caller(), MetadefPermission.ADD_METADEF_NAMESPACE)
                : present.may(MetadefPermission.MODIFY_METADEF_NAMESPACE.name());
        if (!open) {
            throw Fault.forbidden(texts.get("metadefs.not-open"));
        }
    }

    /** Whether the namespace is not there yet. */
    public boolean isNew() {
        return page.value(NAME) == null;
    }

    /** What stands in a field. */
    public String value(String name) {
        return values().getOrDefault(name, "");
    }

    private Map<String, String> values() {
        return fields.values(FIELDS, () -> isNew() ? Map.of("visibility", "private") : stored(present.getAbout()));
    }

    private static Map<String, String> stored(Namespace namespace) {
        return Map.of(
                NAME,
                namespace.name(),
                "display_name",
                namespace.displayName() == null ? "" : namespace.displayName(),
                "description",
                namespace.description() == null ? "" : namespace.description(),
                "visibility",
                namespace.visibility() == null
                        ? Visibility.PRIVATE.wireName()
                        : namespace.visibility().wireName(),
                PROTECTED,
                String.valueOf(namespace.isProtected()));
    }

    /** What the form carries along about the namespace as it was shown. */
    public String getBefore() {
        return FormFields.fingerprint(isNew() ? null : present.getAbout());
    }

    /** Where somebody comes from who does not want it after all. */
    public String getWayOut() {
        return isNew() ? Place.HOME : present.address("");
    }

    /** Stores what the form says, unless somebody else was quicker. */
    public void save() {
        var caller = active.caller();
        if (isNew()) {
            var wanted = wanted(caller.project() == null ? "" : caller.project());
            namespaces.create(caller, new Definition(wanted, List.of(), List.of(), List.of(), List.of()));
            notices.done("metadefs.namespace-made");
            answer.redirect(Place.of(wanted.name()));
        } else if (!fields.isOutdated(present.getAbout())) {
            var before = present.getAbout();
            var wanted = namespaces.replace(caller, before.name(), wanted(before.owner()));
            notices.done("metadefs.saved");
            answer.redirect(Place.of(wanted.name()));
        }
    }

    private Namespace wanted(String owner) {
        var body = Jsons.object();
        values().forEach((name, text) -> {
            if (name.equals(PROTECTED)) {
                body.add(name, text.equals("true"));
            } else if (name.equals(NAME) || !text.isEmpty()) {
                body.add(name, text);
            }
        });
        return DefinitionReader.namespace(body.build(), owner);
    }
}
