package io.github.predella.identity.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.core.Fault.Kind;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.embedded.GrantRepository.Wanted;
import io.github.predella.identity.embedded.GrantService.Assignment;
import io.github.predella.identity.embedded.Role.Builtin;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users, projects, roles and who has them. */
class AccountsTest {

    private final IdentityFixture world = new IdentityFixture();
    private final VerifiedToken admin = world.admin();

    private static void refused(Kind kind, Executable act) {
        assertEquals(kind, assertThrows(Fault.class, act).kind());
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new java.io.StringReader(text))) {
            return reader.readObject();
        }
    }

    @Test
    void unknownAttributesOfUsersAndProjectsAreKept() {
        var user = world.users.create(admin, json("{'name':'u','email':'u@x','password':'p'}".replace('\'', '"')));
        var project = world.projects.create(admin, json("{\"name\":\"p\",\"cost_centre\":7}"));

        assertEquals(json("{\"email\":\"u@x\"}"), user.extra());
        assertEquals(json("{\"cost_centre\":7}"), project.extra());
    }

    @Test
    void aProjectMayBringTheIdThatOwnsItsImages() {
        String id = "0123456789abcdef0123456789abcdef";

        var project = world.projects.create(admin, json("{\"name\":\"p\",\"id\":\"" + id + "\"}"));

        assertEquals(id, project.id());
        refused(Kind.CONFLICT, () -> world.projects.create(admin, json("{\"name\":\"q\",\"id\":\"" + id + "\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p", "0123456789ABCDEF0123456789ABCDEF", "0123456789abcdef0123456789abcde-"})
    void otherIdsOfProjectsAreRefused(String id) {
        refused(Kind.INVALID, () -> world.projects.create(admin, json("{\"name\":\"p\",\"id\":\"" + id + "\"}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":null}",
                "{\"name\":\"\"}",
                "{\"name\":\" \"}",
                "{\"name\":5}",
                "{\"name\":\"u\",\"enabled\":\"yes\"}",
                "{\"name\":\"u\",\"password\":7}",
                "{\"name\":\"u\",\"options\":{\"multi_factor_auth_enabled\":true}}"
            })
    void badUsersAreRefused(String user) {
        refused(Kind.INVALID, () -> world.users.create(admin, json(user)));
    }

    @Test
    void tooLongNamesAndExtrasAreRefused() {
        var name = IdentityFixture.object("name", "n".repeat(256));
        var extra = IdentityFixture.object("name", "n", "note", "n".repeat(4_001));

        refused(Kind.INVALID, () -> world.users.create(admin, name));
        refused(Kind.INVALID, () -> world.users.create(admin, extra));
    }

    @Test
    void namesAreUnique() {
        world.user("alice", "pw");
        world.project("blue");

        refused(Kind.CONFLICT, () -> world.user("alice", "pw"));
        refused(Kind.CONFLICT, () -> world.project("blue"));
        refused(Kind.CONFLICT, () -> world.roles.create(admin, IdentityFixture.object("name", "admin")));
    }

    @Test
    void thereIsOneDomainAndNoTreeOfProjects() {
        refused(Kind.NOT_FOUND, () -> world.users.create(admin, json("{\"name\":\"u\",\"domain_id\":\"x\"}")));
        refused(Kind.INVALID, () -> world.projects.create(admin, json("{\"name\":\"u\",\"parent_id\":\"x\"}")));
        refused(Kind.INVALID, () -> world.projects.create(admin, json("{\"name\":\"u\",\"is_domain\":true}")));
    }

    @Test
    void updatesChangeOnlyWhatTheyName() {
        var user = world.users.create(
                admin, json("{\"name\":\"u\",\"email\":\"a\",\"note\":\"b\",\"default_project_id\":\"p\"}"));

        var after = world.users.update(admin, user.id(), json("{\"email\":\"c\",\"default_project_id\":null}"));

        assertEquals("u", after.name());
        assertEquals(null, after.defaultProject());
        assertEquals(json("{\"email\":\"c\",\"note\":\"b\"}"), after.extra());
    }

    @Test
    void builtInRolesStayAsTheyAre() {
        var id = Builtin.MEMBER.role().id();

        refused(Kind.FORBIDDEN, () -> world.roles.delete(admin, id));
        refused(Kind.FORBIDDEN, () -> world.roles.update(admin, id, IdentityFixture.object("name", "x")));
    }

    @Test
    void aDeletedRoleIsTakenFromEverybody() {
        var alice = world.user("alice", "pw");
        var role = world.roles.create(admin, IdentityFixture.object("name", "auditor"));
        world.grants.grant(admin, new Grant(alice.id(), role.id(), Scope.SYSTEM));

        world.roles.delete(admin, role.id());

        assertEquals(List.of(), world.grantRows.list(Wanted.of(alice.id(), null), 10));
    }

    @Test
    void effectiveAssignmentsNameTheImpliedRolesAndWhereTheyComeFrom() {
        var alice = world.userInProject("alice", Builtin.MEMBER);

        var given = world.grants.list(admin, Wanted.of(alice.id(), null), false, 10);
        var effective = world.grants.list(admin, Wanted.of(alice.id(), null), true, 10);

        assertEquals(List.of("member"), roleNames(given));
        assertEquals(List.of("member", "reader"), roleNames(effective));
        assertEquals("member", effective.get(1).given().name());
    }

    @Test
    void effectiveAssignmentsAreFoundByAnImpliedRole() {
        var alice = world.userInProject("alice", Builtin.MEMBER);
        var reader = new Wanted(alice.id(), Builtin.READER.role().id(), null);

        assertEquals(List.of(), world.grants.list(admin, reader, false, 10));
        assertEquals(List.of("reader"), roleNames(world.grants.list(admin, reader, true, 10)));
    }

    private static List<String> roleNames(List<Assignment> assignments) {
        return assignments.stream().map(assignment -> assignment.role().name()).toList();
    }

    @Test
    void impliedRolesCannotBeCheckedOrTaken() {
        var alice = world.userInProject("alice", Builtin.MEMBER);
        var project = world.projectRows.named("alice").orElseThrow();
        var reader = new Grant(alice.id(), Builtin.READER.role().id(), Scope.project(project.id()));

        refused(Kind.NOT_FOUND, () -> world.grants.check(admin, reader));
        refused(Kind.NOT_FOUND, () -> world.grants.revoke(admin, reader));
    }

    @Test
    void rolesAreGivenOnlyToWhatThereIs() {
        var alice = world.user("alice", "pw");
        var member = Builtin.MEMBER.role().id();

        refused(Kind.NOT_FOUND, () -> world.grants.grant(admin, new Grant("x", member, Scope.SYSTEM)));
        refused(Kind.NOT_FOUND, () -> world.grants.grant(admin, new Grant(alice.id(), "x", Scope.SYSTEM)));
        refused(Kind.NOT_FOUND, () -> world.grants.grant(admin, new Grant(alice.id(), member, Scope.project("x"))));
    }

    @Test
    void usersSeeThemselvesAndTheirProjectsOnly() {
        var alice = world.userInProject("alice", Builtin.MEMBER);
        var bob = world.userInProject("bob", Builtin.MEMBER);
        var asker = world.tokenInProject("alice").facts();
        var own = asker.project().id();
        var foreign = world.projectRows.named("bob").orElseThrow().id();

        assertEquals(alice, world.users.get(asker, alice.id()));
        assertEquals(own, world.projects.get(asker, own).id());
        assertEquals(
                List.of("alice"),
                world.projects.ofAsker(asker, 10).stream().map(Project::name).toList());
        refused(Kind.FORBIDDEN, () -> world.users.get(asker, bob.id()));
        refused(Kind.FORBIDDEN, () -> world.projects.get(asker, foreign));
        refused(Kind.FORBIDDEN, () -> world.projects.ofUser(asker, bob.id(), 10));
    }

    @Test
    void onlyAdministratorsChangeAnything() {
        var alice = world.userInProject("alice", Builtin.MEMBER);
        var asker = world.tokenInProject("alice").facts();
        var body = IdentityFixture.object("name", "x");
        var grant = new Grant(alice.id(), Builtin.ADMIN.role().id(), Scope.SYSTEM);
        var acts = Stream.<Executable>of(
                () -> world.users.create(asker, body),
                () -> world.users.update(asker, alice.id(), body),
                () -> world.users.delete(asker, alice.id()),
                () -> world.projects.create(asker, body),
                () -> world.projects.update(asker, asker.project().id(), body),
                () -> world.projects.delete(asker, asker.project().id()),
                () -> world.roles.create(asker, body),
                () -> world.roles.delete(asker, grant.role()),
                () -> world.grants.grant(asker, grant),
                () -> world.grants.revoke(asker, grant),
                () -> world.users.list(asker, null, null, 1),
                () -> world.projects.list(asker, null, null, 1),
                () -> world.grants.list(asker, Wanted.ALL, false, 1));

        acts.forEach(act -> refused(Kind.FORBIDDEN, act));
    }

    @Test
    void aReaderOfTheSystemSeesEverythingAndChangesNothing() {
        var eve = world.user("eve", "pw");
        world.grant(eve, Builtin.READER, Scope.SYSTEM);
        var asker = ((io.github.predella.identity.PasswordLogin.Granted)
                        world.logIn("eve", "pw", new AuthRequest.Exactly(Scope.SYSTEM)))
                .facts();

        assertTrue(world.users.list(asker, null, null, 10).contains(eve));
        refused(Kind.FORBIDDEN, () -> world.users.delete(asker, eve.id()));
    }

    @Test
    void aDeletedProjectLeavesNoRolesBehind() {
        var alice = world.userInProject("alice", Builtin.MEMBER);

        world.projects.delete(
                admin, world.projectRows.named("alice").orElseThrow().id());

        assertEquals(List.of(), world.grantRows.list(Wanted.of(alice.id(), null), 10));
    }
}
