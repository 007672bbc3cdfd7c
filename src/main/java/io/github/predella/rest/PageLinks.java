package io.github.predella.rest;

import io.github.predella.core.Page;
import jakarta.json.stream.JsonGenerator;
import java.util.function.Function;

/** The links of a list: to its first page, to its schema, and to the next page when there may be one. */
public final class PageLinks {

    private PageLinks() {}

    /**
     * Writes the links.
     *
     * @param path of the list
     * @param query as the caller asked
     * @param id how a record is named as a marker
     * @param schema path of the document that describes the list
     */
    public static <T> void write(
            JsonGenerator json, String path, QueryString query, Page<T> page, Function<T, String> id, String schema) {
        var asked = query.without("marker");
        json.write("first", asked.after(path));
        json.write("schema", schema);
        if (page.full() && !page.items().isEmpty()) {
            String marker = id.apply(page.items().get(page.items().size() - 1));
            json.write("next", asked.with("marker", marker).after(path));
        }
    }
}
