package io.github.predella.dashboard.metadefs;

import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.dashboard.Texts;
import io.github.predella.metadefs.NamespaceService;
import io.github.predella.metadefs.ObjectService;
import io.github.predella.metadefs.PropertyService;
import io.github.predella.metadefs.ResourceTypeService;
import io.github.predella.metadefs.TagService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;

/**
 * Asks once more before something goes. The address says what: {@code object}, {@code property} (of the object, if it is
 * named), {@code tag} or {@code type}; without any it is the namespace, whose name has to be typed.
 */
@Named("removal")
@RequestScoped
public class RemovalBean {

    private NamespaceService namespaces;
    private ResourceTypeService types;
    private ObjectService objects;
    private PropertyService properties;
    private TagService tags;
    private NamespaceBean namespace;
    private ActiveCaller active;
    private CurrentPage page;
    private FacesAnswer answer;
    private Notices notices;
    private Texts texts;

    /** For the container's proxy only. */
    protected RemovalBean() {}

    @Inject
    public RemovalBean(
            NamespaceService namespaces,
            ResourceTypeService types,
            ObjectService objects,
            PropertyService properties,
            TagService tags,
            NamespaceBean namespace,
            ActiveCaller active,
            CurrentPage page,
            FacesAnswer answer,
            Notices notices,
            Texts texts) {
        this.namespaces = namespaces;
        this.types = types;
        this.objects = objects;
        this.properties = properties;
        this.tags = tags;
        this.namespace = namespace;
        this.active = active;
        this.page = page;
        this.answer = answer;
        this.notices = notices;
        this.texts = texts;
    }

    private enum What {
        PROPERTY,
        OBJECT,
        TAG,
        TYPE,
        NAMESPACE
    }

    private What what() {
        for (What what : What.values()) {
            if (page.query(key(what)) != null) {
                return what;
            }
        }
        return What.NAMESPACE;
    }

    private static String key(What what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    /** The word of what goes, as the keys of texts have it. */
    public String getKey() {
        return key(what());
    }

    /** The name of what goes. */
    public String getName() {
        return isWhole() ? namespace.getAbout().name() : page.query(getKey());
    }

    /** Whether it is the namespace. */
    public boolean isWhole() {
        return what() == What.NAMESPACE;
    }

    /** Does it, provided the name was typed where it has to be. */
    public void remove() {
        var caller = active.caller();
        String place = namespace.getAbout().name();
        String object = page.query("object");
        if (isWhole() && !place.equals(page.query("typed"))) {
            answer.complain(texts.of("metadefs.type-name", place));
            return;
        }
        switch (what()) {
            case NAMESPACE -> namespaces.delete(caller, place);
            case TYPE -> types.dissociate(caller, place, getName());
            case TAG -> tags.remove(caller, place, getName());
            case OBJECT -> objects.remove(caller, place, getName());
            case PROPERTY -> {
                if (object == null) {
                    properties.remove(caller, place, getName());
                } else {
                    objects.replace(caller, place, object, ObjectBodies.without(namespace.object(object), getName()));
                }
            }
        }
        notices.done("metadefs.removed", getName());
        answer.redirect(isWhole() ? Place.HOME : namespace.address(""));
    }
}
