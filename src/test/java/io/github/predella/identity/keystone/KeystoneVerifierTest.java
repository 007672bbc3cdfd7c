package io.github.predella.identity.keystone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.identity.AccessRule;
import io.github.predella.identity.TokenVerifier;
import io.github.predella.identity.TokenVerifierContract;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.testing.Await;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeystoneVerifierTest extends TokenVerifierContract {

    private static final String QUESTION = "GET /v3/auth/tokens?nocatalog=1";
    private static final String LOGIN = "POST /v3/auth/tokens";

    private final KeystoneFixture fixture = new KeystoneFixture();
    private final KeystoneVerifier verifier = fixture.verifier();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Override
    protected TokenVerifier verifier() {
        return verifier;
    }

    @Override
    protected String valid() {
        fixture.keystone().know("valid", "alice", fixture.after(3600), "member", "reader");
        return "valid";
    }

    @Override
    protected String expired() {
        fixture.keystone().know("expired", "alice", fixture.after(10), "member");
        verifier.verify("expired");
        fixture.advance(Duration.ofSeconds(10));
        return "expired";
    }

    @Override
    protected String revoked() {
        fixture.keystone().know("revoked", "alice", fixture.after(3600), "member");
        fixture.keystone().revoke("revoked");
        return "revoked";
    }

    @Test
    void whatKeystoneSaidIsBelievedForTheTimeTheOperatorSays() {
        String token = valid();
        verifier.verify(token);
        fixture.keystone().revoke(token);

        fixture.advance(Duration.ofSeconds(299));
        assertTrue(verifier.verify(token).isPresent());
        assertEquals(1, fixture.keystone().asked(QUESTION));

        fixture.advance(Duration.ofSeconds(1));
        assertTrue(verifier.verify(token).isEmpty());
    }

    @Test
    void worthlessTokensAreRememberedShortly() {
        assertTrue(verifier.verify("later").isEmpty());
        fixture.keystone().know("later", "alice", fixture.after(3600), "member");

        assertTrue(verifier.verify("later").isEmpty());
        fixture.advance(Duration.ofSeconds(5));
        assertTrue(verifier.verify("later").isPresent());
    }

    @Test
    void manyAskOnce() throws Exception {
        String token = valid();
        var go = new CountDownLatch(1);
        var answers = new ConcurrentLinkedQueue<Optional<VerifiedToken>>();
        fixture.keystone().delayBy(() -> await(go));

        var askers = Stream.generate(() -> new Thread(() -> answers.add(verifier.verify(token))))
                .limit(3)
                .toList();
        askers.forEach(Thread::start);
        Await.until(() -> askers.stream().allMatch(asker -> asker.getState() == Thread.State.TIMED_WAITING));
        go.countDown();
        for (Thread asker : askers) {
            asker.join();
        }

        assertEquals(3, answers.stream().flatMap(Optional::stream).count());
        assertEquals(1, fixture.keystone().asked(QUESTION));
        assertEquals(1, fixture.keystone().asked(LOGIN));
    }

    private static void await(CountDownLatch go) {
        try {
            assertTrue(go.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theServicesOwnTokenIsGotAgainWhenItIsRefused() {
        verifier.verify(valid());
        fixture.keystone().forgetService();
        fixture.keystone().know("other", "bob", fixture.after(3600), "member");

        assertTrue(verifier.verify("other").isPresent());
        assertEquals(2, fixture.keystone().asked(LOGIN));
    }

    @Test
    void theServicesOwnTokenIsGotAgainBeforeItEnds() {
        verifier.verify(valid());
        fixture.advance(Duration.ofSeconds(3575));
        fixture.keystone().know("other", "bob", fixture.after(3600), "member");

        assertTrue(verifier.verify("other").isPresent());
        assertEquals(2, fixture.keystone().asked(LOGIN));
        assertEquals(2, fixture.keystone().asked(QUESTION));
    }

    @Test
    void aTokenThatHasEndedIsToldOfOnlyWhereItMay() {
        String token = expired();

        assertTrue(verifier.verify(token).isEmpty());
        assertEquals(
                "alice", verifier.verifyEvenEnded(token).orElseThrow().user().name());
        assertTrue(verifier.verify(token).isEmpty());
        assertTrue(verifier.verifyEvenEnded(revoked()).isEmpty());
    }

    @Test
    void aBrokenKeystoneIsAFaultAndIsNotRemembered() {
        String token = valid();
        verifier.verify("first");
        fixture.keystone().breakWith(503);

        var fault = assertThrows(Fault.class, () -> verifier.verify(token));

        assertEquals(Fault.Kind.UNAVAILABLE, fault.kind());
        fixture.keystone().breakWith(0);
        assertTrue(verifier.verify(token).isPresent());
    }

    @Test
    void noKeystoneAtAllIsAFault() {
        verifier.verify(valid());
        fixture.keystone().close();

        var fault = assertThrows(Fault.class, () -> verifier.verify("unseen"));

        assertEquals(Fault.Kind.UNAVAILABLE, fault.kind());
        assertTrue(verifier.verify("valid").isPresent());
    }

    @Test
    void aWrongPasswordOfTheServiceIsNotTheUsersFault() {
        var stranger = fixture.verifierWith("wrong");

        var fault = assertThrows(Fault.class, () -> stranger.verify("any"));

        assertEquals(Fault.Kind.UNAVAILABLE, fault.kind());
        assertThrows(Fault.class, () -> stranger.verify("any"));
        assertEquals(1, fixture.keystone().asked(LOGIN));
    }

    @Test
    void whatCannotBeATokenIsNotAskedFor() {
        assertTrue(verifier.verify("a\nX-Auth-Token: b").isEmpty());
        assertTrue(verifier.verify("t".repeat(20_000)).isEmpty());

        assertEquals(List.of(), fixture.keystone().requests());
    }

    @Test
    void theRulesOfAnApplicationCredentialComeAlong() {
        fixture.keystone().knowMore("bound", "alice", fixture.after(60), """
                ,"application_credential":{"id":"c","name":"n","restricted":true,"access_rules":
                [{"id":"x","service":"image","method":"GET","path":"/v2/images"}]}""", "member");
        fixture.keystone().knowMore("free", "alice", fixture.after(60), """
                ,"application_credential":{"id":"c","name":"n","restricted":false}""", "member");

        var bound = verifier.verify("bound").orElseThrow().delegation();
        var free = verifier.verify("free").orElseThrow().delegation();

        assertEquals(List.of(new AccessRule("image", "GET", "/v2/images")), bound.accessRules());
        assertFalse(bound.unrestricted());
        assertEquals(null, free.accessRules());
        assertTrue(free.unrestricted());
    }
}
