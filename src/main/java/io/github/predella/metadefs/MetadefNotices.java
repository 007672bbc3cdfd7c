package io.github.predella.metadefs;

import io.github.predella.notify.Notifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * What other services are told that callers do to the catalogue, once the running transaction is stored. What operators
 * load is not told.
 */
@ApplicationScoped
public class MetadefNotices {

    private Notifications notifications;
    private Clock clock;

    /** For the container's proxy only. */
    protected MetadefNotices() {}

    @Inject
    public MetadefNotices(Notifications notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    /** A namespace is new, and what is in it. */
    void created(Definition made) {
        var namespace = made.namespace();
        tell(namespace, "create");
        made.associations().forEach(association -> associated(namespace, association));
        for (List<? extends Part> parts : List.of(made.objects(), made.properties(), made.tags())) {
            parts.forEach(part -> added(namespace, part));
        }
    }

    /** @param formerName which may be the same */
    void replaced(Namespace namespace, String formerName) {
        notifications.tell("metadef_namespace.update", () -> MetadefPayloads.namespace(namespace, formerName));
    }

    /** @param namespace as it was */
    void deleted(Namespace namespace) {
        notifications.tell(
                "metadef_namespace.delete", () -> MetadefPayloads.endedNamespace(namespace, clock.instant()));
    }

    /** All parts of a kind have gone. */
    void emptied(Namespace namespace, Part.Kind kind) {
        tell(namespace, "delete_" + kind.words());
    }

    private void tell(Namespace namespace, String event) {
        notifications.tell("metadef_namespace." + event, () -> MetadefPayloads.namespace(namespace, namespace.name()));
    }

    void added(Namespace namespace, Part part) {
        tell(namespace, part, part.name(), "create");
    }

    /** @param formerName which may be the same */
    void replaced(Namespace namespace, Part part, String formerName) {
        tell(namespace, part, formerName, "update");
    }

    private void tell(Namespace namespace, Part part, String formerName, String event) {
        notifications.tell(type(part, event), () -> MetadefPayloads.part(namespace, part, formerName));
    }

    /** @param part as it was */
    void removed(Namespace namespace, Part part) {
        notifications.tell(type(part, "delete"), () -> MetadefPayloads.endedPart(namespace, part, clock.instant()));
    }

    private static String type(Part part, String event) {
        return "metadef_" + part.kind().word() + "." + event;
    }

    void associated(Namespace namespace, Association association) {
        notifications.tell("metadef_resource_type.create", () -> MetadefPayloads.association(namespace, association));
    }

    /** @param association as it was */
    void dissociated(Namespace namespace, Association association) {
        notifications.tell(
                "metadef_resource_type.delete",
                () -> MetadefPayloads.endedAssociation(namespace, association, clock.instant()));
    }
}
