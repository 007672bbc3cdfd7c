package io.github.predella.dashboard.metadefs;

import io.github.predella.core.Page;
import io.github.predella.core.PageRequest;
import io.github.predella.core.StorableText;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.metadefs.MetadefPermission;
import io.github.predella.metadefs.Namespace;
import io.github.predella.metadefs.Namespace.Visibility;
import io.github.predella.metadefs.NamespaceListing;
import io.github.predella.metadefs.NamespaceQuery;
import io.github.predella.metadefs.NamespaceService;
import io.github.predella.metadefs.ResourceType;
import io.github.predella.metadefs.ResourceTypeService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** The list of namespaces by name. Its address says which: {@code q}, {@code type}, {@code visibility}, {@code after}. */
@Named("namespaces")
@RequestScoped
public class NamespacesBean {

    private static final int ROWS = 25;

    private NamespaceService namespaces;
    private ResourceTypeService types;
    private ActiveCaller active;
    private CurrentPage page;
    private Page<NamespaceListing> found;
    private List<String> typeNames;

    /** For the container's proxy only. */
    protected NamespacesBean() {}

    @Inject
    public NamespacesBean(
            NamespaceService namespaces, ResourceTypeService types, ActiveCaller active, CurrentPage page) {
        this.namespaces = namespaces;
        this.types = types;
        this.active = active;
        this.page = page;
    }

    /** Finds the page. */
    public void load() {
        String type = page.query("type");
        found = namespaces.list(
                active.caller(),
                new NamespaceQuery(
                        storable(page.query("q")),
                        Visibility.of(page.query("visibility")).orElse(null),
                        type == null || storable(type) == null ? List.of() : List.of(type),
                        NamespaceQuery.SortKey.NAMESPACE,
                        true,
                        new PageRequest(ROWS, storable(page.query("after")))));
    }

    /** What no database can hold narrows nothing. */
    private static String storable(String text) {
        return Optional.ofNullable(text).filter(StorableText::is).orElse(null);
    }

    /** The namespaces of the page. */
    public List<NamespaceListing> getRows() {
        return found.items();
    }

    /** Whether the list is narrowed by anything. */
    public boolean isNarrowed() {
        return page.query("q") != null || page.query("type") != null || page.query("visibility") != null;
    }

    /** The types of resources to choose from. */
    public List<String> getTypes() {
        if (typeNames == null) {
            typeNames = types.types(active.caller()).stream()
                    .map(ResourceType::name)
                    .toList();
        }
        return typeNames;
    }

    /** Who may see namespaces, to choose from. */
    public List<String> getVisibilities() {
        return List.of(Visibility.PUBLIC.wireName(), Visibility.PRIVATE.wireName());
    }

    /** The page of a namespace. */
    public String address(Namespace namespace) {
        return Place.of(namespace.name());
    }

    /** The next page; null on the last one. */
    public String getNext() {
        return found.full()
                ? page.with(
                        "after",
                        found.items().get(found.items().size() - 1).namespace().name())
                : null;
    }

    /** Whether this is a later page than the first. */
    public boolean isLater() {
        return page.query("after") != null;
    }

    /** Whether the person may make namespaces. */
    public boolean isOpen() {
        return namespaces.may(active.caller(), MetadefPermission.ADD_METADEF_NAMESPACE);
    }
}
