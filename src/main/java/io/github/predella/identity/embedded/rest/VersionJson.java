package io.github.predella.identity.embedded.rest;

import jakarta.json.JsonObjectBuilder;

/** The document by which clients find out which Identity API this is. */
final class VersionJson {

    private VersionJson() {}

    /** The only version, served below the given address. */
    static JsonObjectBuilder version(Links links) {
        var self = JsonParts.object().add("rel", "self").add("href", links.root() + "/");
        var type = JsonParts.object()
                .add("base", "application/json")
                .add("type", "application/vnd.openstack.identity-v3+json");
        return JsonParts.object()
                .add("id", "v3.14")
                .add("status", "stable")
                .add("updated", "2020-04-07T00:00:00Z")
                .add("links", JsonParts.array().add(self))
                .add("media-types", JsonParts.array().add(type));
    }

    /** The list of versions. */
    static JsonObjectBuilder versions(Links links) {
        var values = JsonParts.object().add("values", JsonParts.array().add(version(links)));
        return JsonParts.object().add("versions", values);
    }
}
