package io.github.predella.metadefs.db;

import io.github.predella.metadefs.MetaObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;

/** Objects in the table {@code metadef_objects}. The names that are required stand in one text, with commas between. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaObjectRepository extends JpaParts<MetaObject> {

    /** For the container's proxy only. */
    protected JpaObjectRepository() {}

    @Inject
    public JpaObjectRepository(EntityManager rows) {
        super(rows, MetaObject.class, "metadef_objects", List.of("description", "required", "json_schema"));
    }

    @Override
    List<String> texts(MetaObject object) {
        String required = object.required() == null ? null : String.join(",", object.required());
        return Arrays.asList(object.description(), required, object.properties().toString());
    }

    @Override
    MetaObject part(String name, List<String> texts) {
        return MetaObject.wanted(name, texts.get(0), required(texts.get(1)), JsonColumn.object(texts.get(2)));
    }

    private static List<String> required(String text) {
        if (text == null) {
            return null;
        }
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }
}
