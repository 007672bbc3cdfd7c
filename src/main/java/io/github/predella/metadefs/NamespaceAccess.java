package io.github.predella.metadefs;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.StorableText;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.PolicyTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;

/** Who may do what with the catalogue. Whoever may not see a namespace is told that there is none. */
@ApplicationScoped
public class NamespaceAccess {

    private Enforcer enforcer;
    private NamespaceRepository namespaces;

    /** For the container's proxy only. */
    protected NamespaceAccess() {}

    @Inject
    public NamespaceAccess(Enforcer enforcer, NamespaceRepository namespaces) {
        this.enforcer = enforcer;
        this.namespaces = namespaces;
    }

    /** Whose lists the caller sees. */
    NamespaceQuery.Viewer viewer(Caller caller) {
        return new NamespaceQuery.Viewer(caller.project(), enforcer.isAdmin(caller));
    }

    private Namespace visible(Caller caller, String name) {
        if (!StorableText.is(name)) {
            throw MetadefFaults.unknownNamespace(name);
        }
        return namespaces
                .find(name)
                .filter(namespace -> existsFor(caller, namespace))
                .orElseThrow(() -> MetadefFaults.unknownNamespace(name));
    }

    private boolean existsFor(Caller caller, Namespace namespace) {
        return namespace.visibility() == Namespace.Visibility.PUBLIC
                || namespace.owner().isEmpty()
                || caller.isOf(namespace.owner())
                || enforcer.isAdmin(caller);
    }

    /**
     * The namespace, provided the caller may do that with it. Needs a running transaction.
     *
     * @throws Fault NOT_FOUND when there is none that the caller may see, FORBIDDEN otherwise
     */
    Namespace find(Caller caller, String name, MetadefPermission... permissions) {
        var namespace = visible(caller, name);
        for (MetadefPermission permission : permissions) {
            require(caller, permission, namespace);
        }
        return namespace;
    }

    /** Whether the caller may do that with a namespace. */
    boolean allows(Caller caller, MetadefPermission permission, Namespace namespace) {
        return enforcer.allows(caller, permission, target(namespace));
    }

    /** Whether the caller may do what concerns no certain namespace. */
    boolean allows(Caller caller, MetadefPermission permission) {
        return enforcer.allows(caller, permission, target(caller.project(), null));
    }

    /**
     * Returns when the caller may do that with a namespace.
     *
     * @throws Fault NOT_FOUND for whoever may not even see it, FORBIDDEN otherwise
     */
    void require(Caller caller, MetadefPermission permission, Namespace namespace) {
        if (!allows(caller, permission, namespace)) {
            throw allows(caller, MetadefPermission.GET_METADEF_NAMESPACE, namespace)
                    ? Enforcer.notAuthorized(permission)
                    : MetadefFaults.unknownNamespace(namespace.name());
        }
    }

    /**
     * Returns when the caller may do what concerns no certain namespace.
     *
     * @throws Fault NOT_FOUND for whoever could not see namespaces of their own project, FORBIDDEN otherwise
     */
    void require(Caller caller, MetadefPermission permission) {
        if (!allows(caller, permission)) {
            throw allows(caller, MetadefPermission.GET_METADEF_NAMESPACE)
                    ? Enforcer.notAuthorized(permission)
                    : MetadefFaults.nothingHere();
        }
    }

    private static PolicyTarget target(Namespace namespace) {
        var visibility = namespace.visibility();
        return target(namespace.owner(), visibility == null ? PolicyTarget.NONE : visibility.wireName());
    }

    private static PolicyTarget target(String project, String visibility) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("project_id", project == null ? PolicyTarget.NONE : project);
        if (visibility != null) {
            attributes.put("visibility", visibility);
        }
        return PolicyTarget.of(attributes);
    }
}
