package io.github.predella.metadefs;

import io.github.predella.core.PageRequest;
import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whole definitions in and out of the catalogue, for the operator. Each method is one transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class DefinitionService implements DefinitionDesk {

    private static final int SOME = 500;

    private NamespaceRepository namespaces;
    private ResourceTypeRepository types;
    private Catalogue catalogue;
    private FirstLoad firstLoad;
    private Clock clock;

    /** For the container's proxy only. */
    protected DefinitionService() {}

    @Inject
    public DefinitionService(
            NamespaceRepository namespaces,
            ResourceTypeRepository types,
            Catalogue catalogue,
            FirstLoad firstLoad,
            Clock clock) {
        this.namespaces = namespaces;
        this.types = types;
        this.catalogue = catalogue;
        this.firstLoad = firstLoad;
        this.clock = clock;
    }

    @Override
    public Outcome load(Definition wanted, LoadMode mode) {
        var before = namespaces.find(wanted.namespace().name());
        if (before.isEmpty()) {
            catalogue.insert(wanted, true);
            return Outcome.MADE;
        }
        switch (mode) {
            case SKIP -> {
                return Outcome.KEPT;
            }
            case ADD_MISSING -> catalogue.merge(before.get(), wanted, false);
            case PREFER_NEW -> catalogue.merge(before.get(), wanted, true);
            case OVERWRITE -> {
                namespaces.delete(before.get().id());
                catalogue.insert(wanted, true);
                return Outcome.REPLACED;
            }
        }
        return Outcome.MERGED;
    }

    /**
     * Fills the catalogue of a new deployment. Of several nodes that start together one does it; it is never done
     * again, and not where there are definitions already.
     *
     * @return how many namespaces were made
     */
    public int loadFirst(List<Definition> wanted) {
        if (!firstLoad.claim(clock.instant()) || !namespaces.isEmpty()) {
            return 0;
        }
        wanted.forEach(definition -> catalogue.insert(definition, true));
        return wanted.size();
    }

    @Override
    public void unload() {
        namespaces.deleteAll();
        types.deleteUnused();
    }

    @Override
    public List<String> names() {
        var names = new ArrayList<String>();
        boolean more = true;
        while (more) {
            String last = names.isEmpty() ? null : names.get(names.size() - 1);
            var query = new NamespaceQuery(
                    null, List.of(), NamespaceQuery.SortKey.NAMESPACE, true, new PageRequest(SOME, last));
            var page = namespaces.page(query, new NamespaceQuery.Viewer(null, true));
            page.items().forEach(listing -> names.add(listing.namespace().name()));
            more = page.full();
        }
        return names;
    }

    @Override
    public Optional<Definition> find(String name) {
        return namespaces.find(name).map(catalogue::read);
    }
}
