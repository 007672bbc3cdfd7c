package io.github.predella.identity.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.PurgeSettings;
import io.github.predella.core.Fault;
import io.github.predella.identity.embedded.GrantRepository.Wanted;
import io.github.predella.identity.embedded.Role.Builtin;
import io.github.predella.quota.Limit;
import io.github.predella.testing.TestingClock;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the repositories of the identity service promise, wherever they keep things. */
public abstract class RepositoriesContract {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123Z");

    /** The seven of them, over the same empty store. */
    public record Repositories(
            UserRepository users,
            ProjectRepository projects,
            RoleRepository roles,
            GrantRepository grants,
            ApplicationCredentialRepository credentials,
            TokenRepository tokens,
            LimitRepository limits) {}

    protected abstract Repositories all();

    /** Runs work in a transaction of its own. */
    protected abstract <T> T in(Supplier<T> work);

    private void run(Runnable work) {
        in(() -> {
            work.run();
            return null;
        });
    }

    private static User user(String name) {
        return new User(
                Ids.fresh(), name, true, null, "$hash$", NOW, IdentityFixture.object("email", name + "@example.org"));
    }

    private static Project project(String name) {
        return new Project(Ids.fresh(), name, "", true, Instant.EPOCH, JsonValue.EMPTY_JSON_OBJECT);
    }

    private static ApplicationCredential credential(String name, User user, Project project) {
        return new ApplicationCredential(
                Ids.fresh(), name, null, user.id(), project.id(), "$hash$", List.of("r1", "r2"), NOW, true);
    }

    private User insertedUser(String name) {
        var user = user(name);
        run(() -> all().users().insert(user));
        return user;
    }

    private Project insertedProject(String name) {
        var project = project(name);
        run(() -> all().projects().insert(project));
        return project;
    }

    private void refusedAsTaken(Runnable insert) {
        var fault = assertThrows(Fault.class, () -> run(insert));
        assertEquals(Fault.Kind.CONFLICT, fault.kind());
    }

    @Test
    void whatIsInsertedIsFound() {
        var user = insertedUser("alice");
        var project = insertedProject("blue");
        var role = new Role(Ids.fresh(), "auditor", "looks");
        run(() -> all().roles().insert(role));
        var credential = credential("ci", user, project);
        run(() -> all().credentials().insert(credential));

        assertEquals(Optional.of(user), in(() -> all().users().find(user.id())));
        assertEquals(Optional.of(user), in(() -> all().users().named("alice")));
        assertEquals(Optional.of(project), in(() -> all().projects().find(project.id())));
        assertEquals(Optional.of(project), in(() -> all().projects().named("blue")));
        assertEquals(Optional.of(role), in(() -> all().roles().find(role.id())));
        assertEquals(Optional.of(credential), in(() -> all().credentials().find(credential.id())));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertEquals(Optional.empty(), in(() -> all().users().find("x")));
        assertEquals(Optional.empty(), in(() -> all().users().named("x")));
        assertEquals(Optional.empty(), in(() -> all().projects().find("x")));
        assertEquals(Optional.empty(), in(() -> all().roles().find("x")));
        assertEquals(Optional.empty(), in(() -> all().credentials().find("x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice\0", "\uD83D\uDE00"})
    void ofATextThatNoDatabaseHoldsNothingIsFound(String text) {
        var alice = insertedUser("alice");

        assertEquals(Optional.empty(), in(() -> all().users().find(text)));
        assertEquals(Optional.empty(), in(() -> all().users().named(text)));
        assertEquals(List.of(), in(() -> all().users().list(text, true, 10)));
        assertEquals(Optional.empty(), in(() -> all().projects().find(text)));
        assertEquals(Optional.empty(), in(() -> all().projects().named(text)));
        assertEquals(Optional.empty(), in(() -> all().roles().find(text)));
        assertEquals(Optional.empty(), in(() -> all().credentials().find(text)));
        run(() -> all().users().delete(text));
        assertEquals(Optional.of(alice), in(() -> all().users().find(alice.id())));
    }

    @Test
    void listsAreOrderedFilteredAndBounded() {
        var carol = insertedUser("carol");
        var alice = insertedUser("alice");
        var bob = user("bob");
        run(() -> all().users().insert(new User(bob.id(), "bob", false, null, null, NOW, JsonValue.EMPTY_JSON_OBJECT)));

        var open = in(() -> all().users().list(null, true, 10));
        var first = in(() -> all().users().list(null, null, 2));
        var named = in(() -> all().users().list("carol", null, 10));

        assertEquals(List.of(alice, carol), open);
        assertEquals(List.of("alice", "bob"), first.stream().map(User::name).toList());
        assertEquals(List.of(carol), named);
    }

    @Test
    void namesAreTakenOnce() {
        var alice = insertedUser("alice");
        var blue = insertedProject("blue");
        run(() -> all().credentials().insert(credential("ci", alice, blue)));

        refusedAsTaken(() -> all().users().insert(user("alice")));
        refusedAsTaken(() -> all().projects().insert(project("blue")));
        refusedAsTaken(() -> all().credentials().insert(credential("ci", alice, blue)));
    }

    @Test
    void aNameCannotBeChangedToATakenOne() {
        insertedUser("alice");
        var bob = insertedUser("bob");

        refusedAsTaken(() ->
                all().users().update(new User(bob.id(), "alice", true, null, null, NOW, JsonValue.EMPTY_JSON_OBJECT)));
    }

    @Test
    void anUpdateReplacesTheWholeUser() {
        var before = insertedUser("alice");
        var after = new User(
                before.id(), "alicia", false, "p", null, NOW.plusMillis(1), IdentityFixture.object("note", "ü"));

        run(() -> all().users().update(after));

        assertEquals(Optional.of(after), in(() -> all().users().find(before.id())));
    }

    @Test
    void grantsAreASet() {
        var alice = insertedUser("alice");
        var role = Builtin.MEMBER.role();
        run(() -> all().roles().insert(role));
        var grant = new Grant(alice.id(), role.id(), Scope.project("p1"));

        run(() -> all().grants().insert(grant));
        run(() -> all().grants().insert(grant));

        assertTrue(in(() -> all().grants().contains(grant)));
        assertEquals(List.of(grant), in(() -> all().grants().list(Wanted.ALL, 10)));
        assertEquals(1, in(() -> all().grants().delete(Wanted.of(alice.id(), Scope.project("p1")))));
        assertEquals(0, in(() -> all().grants().delete(Wanted.ALL)));
    }

    @Test
    void grantsAreFoundByUserRoleAndScope() {
        var alice = insertedUser("alice");
        var bob = insertedUser("bob");
        var role = Builtin.MEMBER.role();
        run(() -> all().roles().insert(role));
        var inProject = new Grant(alice.id(), role.id(), Scope.project("p1"));
        var onSystem = new Grant(bob.id(), role.id(), Scope.SYSTEM);
        run(() -> all().grants().insert(inProject));
        run(() -> all().grants().insert(onSystem));

        assertEquals(List.of(inProject), in(() -> all().grants().list(Wanted.of(alice.id(), null), 10)));
        assertEquals(List.of(onSystem), in(() -> all().grants().list(new Wanted(null, null, Scope.SYSTEM), 10)));
        assertEquals(
                2,
                in(() -> all().grants().list(new Wanted(null, role.id(), null), 10))
                        .size());
        assertEquals(1, in(() -> all().grants().list(Wanted.ALL, 1)).size());
    }

    @Test
    void credentialsAreDeletedByUserByProjectAndByBoth() {
        var alice = insertedUser("alice");
        var bob = insertedUser("bob");
        var blue = insertedProject("blue");
        var red = insertedProject("red");
        var kept = credential("bob-red", bob, red);
        List.of(credential("1", alice, blue), credential("2", alice, red), credential("3", bob, blue), kept)
                .forEach(credential -> run(() -> all().credentials().insert(credential)));

        run(() -> all().credentials().deleteAll(alice.id(), red.id()));
        var afterBoth = in(() -> all().credentials().list(alice.id(), null, 10));
        run(() -> all().credentials().deleteAll(alice.id(), null));
        run(() -> all().credentials().deleteAll(null, blue.id()));

        assertEquals(
                List.of("1"),
                afterBoth.stream().map(ApplicationCredential::name).toList());
        assertEquals(List.of(), in(() -> all().credentials().list(alice.id(), null, 10)));
        assertEquals(List.of(kept), in(() -> all().credentials().list(bob.id(), null, 10)));
    }

    @Test
    void keysAreKeptInTheirOrder() {
        var second = TokenKey.fresh(2, NOW);
        var first = TokenKey.fresh(1, NOW);
        run(() -> all().tokens().insert(second));
        run(() -> all().tokens().insert(first));

        assertEquals(List.of(first, second), in(() -> all().tokens().keys()));
        refusedAsTaken(() -> all().tokens().insert(TokenKey.fresh(2, NOW)));
        run(() -> all().tokens().deleteKey(1));
        assertEquals(List.of(second), in(() -> all().tokens().keys()));
    }

    @Test
    void revocationsLastUntilTheTokenEnds() {
        run(() -> all().tokens().revoke("a", NOW));
        run(() -> all().tokens().revoke("a", NOW));

        run(() -> all().tokens().forgetRevocations(NOW));
        var stillThere = in(() -> all().tokens().revoked("a"));
        run(() -> all().tokens().forgetRevocations(NOW.plusMillis(1)));

        assertTrue(stillThere);
        assertFalse(in(() -> all().tokens().revoked("a")));
    }

    @Test
    void whatHasEndedIsForgottenWhenItsTimeIsOver() {
        var alice = insertedUser("alice");
        var lab = insertedProject("lab");
        var expired = credential("expired", alice, lab);
        var endless = new ApplicationCredential(
                Ids.fresh(), "endless", null, alice.id(), lab.id(), "$hash$", List.of("r1"), null, false);
        run(() -> all().credentials().insert(expired));
        run(() -> all().credentials().insert(endless));
        run(() -> all().tokens().revoke("a", NOW));
        var clock = new TestingClock(NOW.plus(Duration.ofDays(7)));
        Supplier<RetentionService> kept =
                () -> new RetentionService(all().credentials(), all().tokens(), new PurgeSettings(7), clock);

        run(() -> new RetentionService(all().credentials(), all().tokens(), new PurgeSettings(0), clock).forgetEnded());
        run(() -> kept.get().forgetEnded());
        assertFalse(in(() -> all().tokens().revoked("a")));
        assertTrue(in(() -> all().credentials().find(expired.id())).isPresent());
        clock.advance(Duration.ofMillis(1));
        run(() -> kept.get().forgetEnded());

        assertEquals(List.of(endless), in(() -> all().credentials().list(alice.id(), null, 9)));
    }

    @Test
    void whatIsDeletedIsGone() {
        var alice = insertedUser("alice");
        var lab = insertedProject("lab");
        var role = Builtin.MEMBER.role();
        run(() -> all().roles().insert(role));

        for (int time = 0; time < 2; time++) {
            run(() -> all().users().delete(alice.id()));
            run(() -> all().projects().delete(lab.id()));
            run(() -> all().roles().delete(role.id()));
        }

        assertEquals(Optional.empty(), in(() -> all().users().find(alice.id())));
        assertEquals(Optional.empty(), in(() -> all().projects().find(lab.id())));
        assertEquals(Optional.empty(), in(() -> all().roles().find(role.id())));
    }

    private static StoredLimit limit(String project, Limit resource, long amount) {
        return new StoredLimit(Ids.fresh(), project, resource, amount, null, "why");
    }

    private void storeLimits(StoredLimit... limits) {
        run(() -> List.of(limits).forEach(all().limits()::insert));
    }

    @Test
    void whatCountsForAProjectAreTheDefaultsAndThenItsOwnLimits() {
        var standard = limit(null, Limit.IMAGE_COUNT_TOTAL, 5);
        var own = limit("p1", Limit.IMAGE_COUNT_TOTAL, -1);
        var foreign = limit("p2", Limit.IMAGE_COUNT_TOTAL, 3);
        storeLimits(foreign, own, standard);

        assertEquals(List.of(standard, own), in(() -> all().limits().effective("p1")));
        assertEquals(List.of(standard), in(() -> all().limits().effective(null)));
        assertEquals(List.of(standard), in(() -> all().limits().defaults()));
        assertEquals(List.of(own, foreign), in(() -> all().limits().ofProjects(null, 9)));
        assertEquals(List.of(own), in(() -> all().limits().ofProjects("p1", 9)));
        assertEquals(List.of(own), in(() -> all().limits().ofProjects(null, 1)));
    }

    @Test
    void aProjectHasOneLimitForAThing() {
        storeLimits(limit("p1", Limit.IMAGE_SIZE_TOTAL, 5), limit(null, Limit.IMAGE_SIZE_TOTAL, 5));

        refusedAsTaken(() -> all().limits().insert(limit("p1", Limit.IMAGE_SIZE_TOTAL, 6)));
        refusedAsTaken(() -> all().limits().insert(limit(null, Limit.IMAGE_SIZE_TOTAL, 6)));
    }

    @Test
    void limitsCanBeChangedAndDeleted() {
        var before = limit("p1", Limit.IMAGE_STAGE_TOTAL, 5);
        var other = limit("p2", Limit.IMAGE_STAGE_TOTAL, 5);
        var third = limit("p3", Limit.IMAGE_STAGE_TOTAL, 5);
        storeLimits(before, other, third);
        var after = new StoredLimit(before.id(), "p1", Limit.IMAGE_STAGE_TOTAL, 7, "RegionOne", null);

        run(() -> all().limits().update(after));
        run(() -> all().limits().delete(other.id()));
        run(() -> all().limits().deleteOf("p3"));

        assertEquals(List.of(after), in(() -> all().limits().ofProjects(null, 9)));
        assertEquals(Optional.of(after), in(() -> all().limits().find(before.id())));
        assertEquals(Optional.empty(), in(() -> all().limits().find(other.id())));
    }
}
