package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.Role;
import jakarta.json.JsonObjectBuilder;

/** Which role comes with which, in JSON. */
final class InferenceJson {

    private InferenceJson() {}

    /** A role and the one it implies directly; further ones follow from that one's own inference. */
    static JsonObjectBuilder of(Role role, Links links) {
        var direct = role.implied().stream().limit(1).toList();
        return JsonParts.object()
                .add("prior_role", brief(role, links))
                .add("implies", IdentityAnswer.array(direct, implied -> brief(implied, links)));
    }

    private static JsonObjectBuilder brief(Role role, Links links) {
        return JsonParts.object()
                .add("id", role.id())
                .add("links", links.self("/roles/" + role.id()))
                .add("name", role.name());
    }
}
