package io.github.predella.metadefs.db;

import io.github.predella.metadefs.MetaTag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** Tags in the table {@code metadef_tags}. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaTagRepository extends JpaParts<MetaTag> {

    /** For the container's proxy only. */
    protected JpaTagRepository() {}

    @Inject
    public JpaTagRepository(EntityManager rows) {
        super(rows, MetaTag.class, "metadef_tags", List.of());
    }

    @Override
    List<String> texts(MetaTag tag) {
        return List.of();
    }

    @Override
    MetaTag part(String name, List<String> texts) {
        return MetaTag.wanted(name);
    }
}
