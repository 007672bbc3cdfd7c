package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.ServiceCatalogue.Endpoint;
import io.github.predella.identity.embedded.ServiceCatalogue.Service;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/**
 * The parts of the catalogue in JSON, as administrators see them.
 *
 * @param links where they are
 */
record CatalogueJson(Links links) {

    JsonObjectBuilder region(String id) {
        return JsonParts.object()
                .add("id", id)
                .add("description", "")
                .add("parent_region_id", JsonValue.NULL)
                .add("links", links.self("/regions/" + id));
    }

    JsonObjectBuilder service(Service service) {
        return JsonParts.object()
                .add("name", service.name())
                .add("description", service.description())
                .add("id", service.id())
                .add("type", service.type())
                .add("enabled", true)
                .add("links", links.self("/services/" + service.id()));
    }

    JsonObjectBuilder endpoint(Endpoint endpoint) {
        return JsonParts.object()
                .add("id", endpoint.id())
                .add("interface", endpoint.side().text())
                .add("region_id", endpoint.region())
                .add("service_id", endpoint.service())
                .add("url", endpoint.url())
                .add("enabled", true)
                .add("region", endpoint.region())
                .add("links", links.self("/endpoints/" + endpoint.id()));
    }
}
