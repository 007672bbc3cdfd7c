package io.github.predella.identity.keystone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.identity.PasswordLogin.Attempt;
import io.github.predella.identity.PasswordLogin.Denied;
import io.github.predella.identity.PasswordLogin.Granted;
import io.github.predella.identity.VerifiedToken.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People at a Keystone that puts them nowhere by itself. */
class KeystonePeopleTest {

    private static final String MINE = """
            {"projects":[{"id":"p2","name":"zoo"},{"id":"p1","name":"art"}]}""";

    private final KeystoneFixture fixture = new KeystoneFixture();
    private final KeystoneVerifier verifier = fixture.verifier();
    private final KeystoneTokens tokens = new KeystoneTokens(fixture.client(), verifier, fixture.clock());
    private final KeystonePasswords logins = new KeystonePasswords(fixture.client(), tokens);
    private final KeystoneProjectNames names = new KeystoneProjectNames(fixture.client(), tokens, fixture.clock());

    @BeforeEach
    void letAliceIn() {
        fixture.keystone().knowUnscoped("token-alice", "alice", fixture.after(3600));
        fixture.keystone().know("token-alice:p1", "art", fixture.after(3600), "member");
        fixture.keystone().know("token-alice:p2", "zoo", fixture.after(3600), "member");
        fixture.keystone().document("/v3/auth/projects", MINE);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static Attempt attempt(String password, String project) {
        return new Attempt("alice", "default", password, project, "127.0.0.1");
    }

    @Test
    void whoNamesNoProjectComesIntoTheFirst() {
        var outcome = assertInstanceOf(Granted.class, logins.login(attempt("alice", null)));

        assertEquals("token-alice:p1", outcome.token());
        assertEquals("art", outcome.facts().project().name());
    }

    @Test
    void whoNamesOneComesIntoThat() {
        var outcome = assertInstanceOf(Granted.class, logins.login(attempt("alice", "zoo")));

        assertEquals("token-alice:p2", outcome.token());
    }

    @Test
    void aWrongPasswordOrProjectIsDenied() {
        assertInstanceOf(Denied.class, logins.login(attempt("wrong", null)));
        assertInstanceOf(Denied.class, logins.login(attempt("alice", "elsewhere")));
    }

    @Test
    void withoutAnyProjectSomebodyIsStillLetIn() {
        fixture.keystone().document("/v3/auth/projects", "{\"projects\":[]}");

        var outcome = assertInstanceOf(Granted.class, logins.login(attempt("alice", null)));

        assertEquals("token-alice", outcome.token());
    }

    @Test
    void projectsAreListedByNameAndChangedTo() {
        assertEquals(List.of(new Named("p1", "art"), new Named("p2", "zoo")), tokens.projects("token-alice"));
        assertEquals(
                "token-alice:p2",
                tokens.inProject("token-alice", "p2").orElseThrow().token());
        assertTrue(tokens.inProject("token-alice", "p3").isEmpty());
        assertTrue(tokens.renewed("token-alice").isEmpty());
    }

    @Test
    void aRevokedTokenIsForgottenAtOnce() {
        assertTrue(verifier.verify("token-alice").isPresent());

        tokens.revoke("token-alice");

        assertTrue(verifier.verify("token-alice").isEmpty());
    }

    @Test
    void namesAreThoseOfTheUserAndForAdministratorsAll() {
        assertEquals(Map.of("p1", "art"), names.names("token-alice", List.of("p1", "p9")));
        fixture.keystone().document("/v3/projects", "{\"projects\":[{\"id\":\"p9\",\"name\":\"far\"}]}");

        assertEquals(Map.of("p9", "far"), names.names("token-admin", List.of("p9")));
        assertEquals(Optional.of(new Named("p9", "far")), names.named("token-admin", "far"));
        assertTrue(names.named("token-admin", "nowhere").isEmpty());
    }
}
