package io.github.predella.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The callers of the role matrix (images-api, "Role matrix"), made once for each server. The role {@code member} brings
 * {@code reader} along.
 */
public final class Personas {

    private static final Map<URI, Personas> MADE = new ConcurrentHashMap<>();
    /** Of every persona but the administrator. */
    public static final String PASSWORD = "a-password-for-tests";

    private final Api admin;
    private final Map<String, Api> byName = new ConcurrentHashMap<>();
    private final Map<String, String> logins = new ConcurrentHashMap<>();
    private final Map<String, String> projects = new ConcurrentHashMap<>();

    private Personas(URI server) {
        admin = Api.admin(server);
        byName.put("admin", admin);
        // What former runs have left must not be in the way.
        String run = UUID.randomUUID().toString().substring(0, 8);
        for (String name : List.of("owner", "share", "other", "elsewhere")) {
            projects.put(name, id(admin.post("/identity/v3/projects", body("project", name + "-" + run)), "project"));
        }
        var roles = Map.of(
                "reader", role("reader"),
                "member", role("member"),
                "service", role("service"),
                "unrelated", id(admin.post("/identity/v3/roles", body("role", "unrelated-" + run)), "role"));
        for (String name : List.of("owner", "share", "other")) {
            make(name + " member", name, roles.get("member"), run);
            make(name + " reader", name, roles.get("reader"), run);
        }
        make("service", "elsewhere", roles.get("service"), run);
        make("unrelated", "owner", roles.get("unrelated"), run);
    }

    /** Those of a server. */
    public static Personas at(URI server) {
        return MADE.computeIfAbsent(server, Personas::new);
    }

    /** All of them in the order of the matrix. */
    public List<Api> all() {
        var names = List.of(
                "admin",
                "owner member",
                "owner reader",
                "share member",
                "share reader",
                "other member",
                "other reader",
                "service",
                "unrelated");
        var all = new ArrayList<Api>();
        names.forEach(name -> all.add(byName.get(name)));
        return all;
    }

    public Api admin() {
        return admin;
    }

    /** Member of the project that owns the images. */
    public Api owner() {
        return byName.get("owner member");
    }

    /** Member of the project that images are shared with. */
    public Api share() {
        return byName.get("share member");
    }

    public Api other() {
        return byName.get("other member");
    }

    /** The one with that name, such as {@code owner reader}. */
    public Api named(String name) {
        return byName.get(name);
    }

    /** The user name of the one with that name, who works in their project after logging in. */
    public String login(String name) {
        return logins.get(name);
    }

    private void make(String name, String project, String role, String run) {
        String login = name.replace(' ', '-') + "-" + run;
        String projectId = projects.get(project);
        var made = admin.post("/identity/v3/users", """
                {"user":{"name":"%s","password":"%s","default_project_id":"%s"}}""".formatted(login, PASSWORD, projectId));
        String user = id(made, "user");
        logins.put(name, login);
        Api.expect(admin.bare("PUT", "/identity/v3/projects/" + projectId + "/users/" + user + "/roles/" + role), 204);
        byName.put(name, Api.login(admin.server(), login, PASSWORD, "{\"id\":\"" + projectId + "\"}"));
    }

    private String role(String name) {
        var answer = admin.get("/identity/v3/roles?name=" + name);
        Api.expect(answer, 200);
        return Api.json(answer).getJsonArray("roles").getJsonObject(0).getString("id");
    }

    private static String body(String kind, String name) {
        return "{\"" + kind + "\":{\"name\":\"" + name + "\"}}";
    }

    private static String id(java.net.http.HttpResponse<String> answer, String kind) {
        Api.expect(answer, 201);
        return Api.json(answer).getJsonObject(kind).getString("id");
    }
}
