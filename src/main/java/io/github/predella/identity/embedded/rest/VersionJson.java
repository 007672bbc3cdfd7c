package io.github.predella.identity.embedded.rest;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** The document by which clients find out which Identity API this is. */
final class VersionJson {

    private VersionJson() {}

    /** The only version, served below the given address. */
    static JsonObjectBuilder version(Links links) {
        var self = Json.createObjectBuilder().add("rel", "self").add("href", links.root() + "/");
        var type = Json.createObjectBuilder()
                .add("base", "application/json")
                .add("type", "application/vnd.openstack.identity-v3+json");
        return Json.createObjectBuilder()
                .add("id", "v3.14")
                .add("status", "stable")
                .add("updated", "2020-04-07T00:00:00Z")
                .add("links", Json.createArrayBuilder().add(self))
                .add("media-types", Json.createArrayBuilder().add(type));
    }

    /** The list of versions. */
    static JsonObjectBuilder versions(Links links) {
        var values = Json.createObjectBuilder()
                .add("values", Json.createArrayBuilder().add(version(links)));
        return Json.createObjectBuilder().add("versions", values);
    }
}
