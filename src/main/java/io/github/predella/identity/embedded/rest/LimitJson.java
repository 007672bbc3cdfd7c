package io.github.predella.identity.embedded.rest;

import static io.github.predella.identity.embedded.ServiceCatalogue.IMAGE_SERVICE;

import io.github.predella.identity.embedded.StoredLimit;
import jakarta.json.JsonObjectBuilder;

/**
 * Limits in JSON.
 *
 * @param links where they are
 */
record LimitJson(Links links) {

    JsonObjectBuilder ofProject(StoredLimit limit) {
        return common(limit)
                .add("resource_limit", limit.amount())
                .add("project_id", limit.project())
                .addNull("domain_id")
                .add("links", links.self("/limits/" + limit.id()));
    }

    JsonObjectBuilder ofAll(StoredLimit limit) {
        return common(limit)
                .add("default_limit", limit.amount())
                .add("links", links.self("/registered_limits/" + limit.id()));
    }

    private static JsonObjectBuilder common(StoredLimit limit) {
        var json = JsonParts.object()
                .add("id", limit.id())
                .add("service_id", IMAGE_SERVICE)
                .add("resource_name", limit.resource().wireName());
        JsonParts.add(json, "region_id", limit.region());
        return JsonParts.add(json, "description", limit.description());
    }
}
