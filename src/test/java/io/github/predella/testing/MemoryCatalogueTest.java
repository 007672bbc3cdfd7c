package io.github.predella.testing;

import io.github.predella.metadefs.CatalogueContract;
import io.github.predella.metadefs.MetaObject;
import io.github.predella.metadefs.MetaProperty;
import io.github.predella.metadefs.MetaTag;
import io.github.predella.metadefs.NamespaceRepository;
import io.github.predella.metadefs.PartRepository;
import io.github.predella.metadefs.ResourceTypeRepository;
import java.util.function.Supplier;

/** The catalogue on the heap earns its place in the tests of the services. */
class MemoryCatalogueTest implements CatalogueContract {

    private final MemoryCatalogue catalogue = new MemoryCatalogue();

    @Override
    public NamespaceRepository namespaces() {
        return catalogue;
    }

    @Override
    public ResourceTypeRepository types() {
        return catalogue.types();
    }

    @Override
    public PartRepository<MetaObject> objects() {
        return catalogue.objects();
    }

    @Override
    public PartRepository<MetaProperty> properties() {
        return catalogue.properties();
    }

    @Override
    public PartRepository<MetaTag> tags() {
        return catalogue.tags();
    }

    @Override
    public <T> T in(Supplier<T> work) {
        return work.get();
    }
}
