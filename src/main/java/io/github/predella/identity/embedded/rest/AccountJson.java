package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.Domain;
import io.github.predella.identity.embedded.Project;
import io.github.predella.identity.embedded.Role;
import io.github.predella.identity.embedded.User;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/**
 * Users, projects, roles and the domain in JSON.
 *
 * @param links where they are
 */
record AccountJson(Links links) {

    JsonObjectBuilder user(User user) {
        var json = JsonParts.object(user.extra())
                .add("id", user.id())
                .add("name", user.name())
                .add("domain_id", Domain.ID)
                .add("enabled", user.enabled());
        if (user.defaultProject() != null) {
            json.add("default_project_id", user.defaultProject());
        }
        return json.add("password_expires_at", JsonValue.NULL)
                .add("options", JsonValue.EMPTY_JSON_OBJECT)
                .add("links", links.self("/users/" + user.id()));
    }

    JsonObjectBuilder project(Project project) {
        return JsonParts.object(project.extra())
                .add("id", project.id())
                .add("name", project.name())
                .add("domain_id", Domain.ID)
                .add("description", project.description())
                .add("enabled", project.enabled())
                .add("parent_id", Domain.ID)
                .add("is_domain", false)
                .add("tags", JsonValue.EMPTY_JSON_ARRAY)
                .add("options", JsonValue.EMPTY_JSON_OBJECT)
                .add("links", links.self("/projects/" + project.id()));
    }

    JsonObjectBuilder role(Role role) {
        return plainRole(role).add("links", links.self("/roles/" + role.id()));
    }

    /** A role as application credentials show it. */
    static JsonObjectBuilder plainRole(Role role) {
        var options = JsonParts.object();
        if (role.builtin()) {
            options.add("immutable", true);
        }
        var json =
                JsonParts.object().add("id", role.id()).add("name", role.name()).add("domain_id", JsonValue.NULL);
        return JsonParts.add(json, "description", role.description()).add("options", options);
    }

    JsonObjectBuilder domain() {
        return JsonParts.object()
                .add("id", Domain.ID)
                .add("name", Domain.NAME)
                .add("description", "The default domain")
                .add("enabled", true)
                .add("tags", JsonValue.EMPTY_JSON_ARRAY)
                .add("options", JsonValue.EMPTY_JSON_OBJECT)
                .add("links", links.self("/domains/" + Domain.ID));
    }
}
