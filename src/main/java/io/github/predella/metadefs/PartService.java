package io.github.predella.metadefs;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.StorableText;
import io.github.predella.observe.Audited;
import java.time.Clock;
import java.util.List;

/**
 * What is in the namespaces of the catalogue, on behalf of callers: one subclass for each kind of part. Each method is
 * one transaction. Every method throws NOT_FOUND for namespaces that the caller may not see and FORBIDDEN for what they
 * may not do.
 *
 * @param <P> the kind of part
 */
public abstract class PartService<P extends Part> {

    private Part.Kind kind;
    private PartRights rights;
    private PartRepository<P> parts;
    private NamespaceAccess access;
    private MetadefNotices notices;
    private Clock clock;

    /** For the container's proxies only. */
    protected PartService() {}

    PartService(
            Part.Kind kind,
            PartRights rights,
            PartRepository<P> parts,
            NamespaceAccess access,
            MetadefNotices notices,
            Clock clock) {
        this.kind = kind;
        this.rights = rights;
        this.parts = parts;
        this.access = access;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * The parts of a namespace that the caller may see.
     *
     * @throws Fault NOT_FOUND also for an unknown marker
     */
    public List<P> list(Caller caller, String namespace, PartQuery query) {
        var found = access.find(caller, namespace, rights.list());
        boolean each = access.allows(caller, rights.get(), found);
        var all = each ? parts.list(found.id()) : List.<P>of();
        return query.of(all, () -> MetadefFaults.unknownPart(kind, query.marker(), namespace));
    }

    /**
     * One part.
     *
     * @throws Fault NOT_FOUND also when there is none of that name
     */
    public P get(Caller caller, String namespace, String name) {
        var found = access.find(caller, namespace, rights.get());
        return find(found, name);
    }

    private P find(Namespace namespace, String name) {
        if (!StorableText.is(name)) {
            throw unknown(namespace, name);
        }
        return parts.find(namespace.id(), name).orElseThrow(() -> unknown(namespace, name));
    }

    /**
     * Stores a new part.
     *
     * @throws Fault CONFLICT when there is one of that name
     */
    @Audited
    public P add(Caller caller, String namespace, P wanted) {
        var found = access.find(caller, namespace, rights.add());
        return insert(found, wanted);
    }

    /** Stores a new part of a namespace whose caller may. */
    P insert(Namespace namespace, P wanted) {
        if (parts.find(namespace.id(), wanted.name()).isPresent()) {
            throw MetadefFaults.partTaken(kind, wanted.name(), namespace.name());
        }
        var added = parts.insert(namespace.id(), wanted, clock.instant());
        notices.added(namespace, added);
        return added;
    }

    /**
     * Replaces a part, also its name.
     *
     * @return as it is stored now
     * @throws Fault NOT_FOUND also when there is none of that name, CONFLICT when the new name is taken
     */
    @Audited
    public P replace(Caller caller, String namespace, String name, P wanted) {
        var found = access.find(caller, namespace, rights.modify());
        var before = find(found, name);
        boolean taken = parts.find(found.id(), wanted.name())
                .filter(other -> !other.name().equals(before.name()))
                .isPresent();
        if (taken) {
            throw MetadefFaults.partTaken(kind, wanted.name(), namespace);
        }
        if (!parts.update(found.id(), before.name(), wanted, clock.instant())) {
            throw unknown(found, name);
        }
        var replaced = find(found, wanted.name());
        notices.replaced(found, replaced, before.name());
        return replaced;
    }

    /**
     * Deletes a part.
     *
     * @throws Fault FORBIDDEN also when the namespace is protected, NOT_FOUND also when there is none of that name
     */
    @Audited
    public void remove(Caller caller, String namespace, String name) {
        var found = access.find(caller, namespace, rights.remove());
        var part = find(found, name);
        found.requireUnprotected();
        parts.delete(found.id(), part.name());
        notices.removed(found, part);
    }

    /**
     * Deletes all parts of this kind.
     *
     * @throws Fault FORBIDDEN also when the namespace is protected
     */
    public void removeAll(Caller caller, String namespace) {
        var found = access.find(caller, namespace, rights.removeAll().toArray(MetadefPermission[]::new));
        found.requireUnprotected();
        deleteAll(found);
    }

    /** Deletes all parts of a namespace whose caller may. */
    void deleteAll(Namespace namespace) {
        parts.deleteAll(namespace.id());
        notices.emptied(namespace, kind);
    }

    Fault unknown(Namespace namespace, String name) {
        return MetadefFaults.unknownPart(kind, name, namespace.name());
    }
}
