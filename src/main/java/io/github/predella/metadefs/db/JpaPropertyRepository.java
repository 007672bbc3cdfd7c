package io.github.predella.metadefs.db;

import io.github.predella.metadefs.MetaProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** Properties in the table {@code metadef_properties}. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaPropertyRepository extends JpaParts<MetaProperty> {

    /** For the container's proxy only. */
    protected JpaPropertyRepository() {}

    @Inject
    public JpaPropertyRepository(EntityManager rows) {
        super(rows, MetaProperty.class, "metadef_properties", List.of("json_schema"));
    }

    @Override
    List<String> texts(MetaProperty property) {
        return List.of(property.schema().toString());
    }

    @Override
    MetaProperty part(String name, List<String> texts) {
        return MetaProperty.wanted(name, JsonColumn.object(texts.get(0)));
    }
}
