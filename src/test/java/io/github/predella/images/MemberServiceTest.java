package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.images.Member.Status;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberServiceTest {

    private static final Caller ALICE = Callers.member("p1");
    private static final Caller BOB = Callers.member("p2");
    private static final Caller ADMIN = Callers.admin("p9");

    private final LedgerFixture ledger = new LedgerFixture();
    private final Image image = ledger.store(Images.active());

    private static void assertRefused(Fault.Kind kind, Executable call) {
        assertEquals(kind, assertThrows(Fault.class, call).kind());
    }

    private List<String> projectsFor(Caller caller) {
        return ledger.members.list(caller, image.id()).stream()
                .map(Member::project)
                .toList();
    }

    @Test
    void anOfferIsPendingUntilItsProjectAnswers() {
        var offered = ledger.members.add(ALICE, image.id(), "p2");
        ledger.clock.advance(Duration.ofMinutes(1));

        var answered = ledger.members.answer(BOB, image.id(), "p2", Status.ACCEPTED);

        assertEquals(Status.PENDING, offered.status());
        assertEquals(Status.ACCEPTED, answered.status());
        assertEquals(offered.createdAt(), answered.createdAt());
        assertEquals(ledger.clock.instant(), answered.updatedAt());
        assertEquals(answered, ledger.members.get(ALICE, image.id(), "p2"));
    }

    @ParameterizedTest
    @EnumSource
    void aProjectMayChangeItsMindAtAnyTime(Status from) {
        ledger.offer(image, "p2", from);

        for (Status to : Status.values()) {
            assertEquals(to, ledger.members.answer(BOB, image.id(), "p2", to).status());
        }
    }

    @Test
    void anImageIsOfferedToAProjectOnce() {
        ledger.members.add(ALICE, image.id(), "p2");

        assertRefused(Fault.Kind.CONFLICT, () -> ledger.members.add(ALICE, image.id(), "p2"));
    }

    @Test
    void anOfferTakenBackMayBeMadeAgain() {
        ledger.members.add(ALICE, image.id(), "p2");
        ledger.members.remove(ALICE, image.id(), "p2");

        assertEquals(Status.PENDING, ledger.members.add(ALICE, image.id(), "p2").status());
    }

    @Test
    void anImageHasAsManyMembersAsItMay() {
        ledger.members.add(ALICE, image.id(), "p2");
        ledger.members.add(ALICE, image.id(), "p3");

        assertRefused(Fault.Kind.TOO_LARGE, () -> ledger.members.add(ALICE, image.id(), "p4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "\uD83D\uDE00"})
    void onlyAnIdIsAMember(String project) {
        assertRefused(Fault.Kind.INVALID, () -> ledger.members.add(ALICE, image.id(), project));
        assertRefused(Fault.Kind.INVALID, () -> ledger.members.add(ALICE, image.id(), "p".repeat(256)));
    }

    @Test
    void aMemberKnowsOnlyOfItself() {
        ledger.offer(image, "p2", Status.ACCEPTED);
        ledger.offer(image, "p3", Status.REJECTED);

        assertEquals(List.of("p2", "p3"), projectsFor(ALICE));
        assertEquals(List.of("p2", "p3"), projectsFor(ADMIN));
        assertEquals(List.of("p2"), projectsFor(BOB));
        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.members.get(BOB, image.id(), "p3"));
        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.members.answer(BOB, image.id(), "p3", Status.ACCEPTED));
    }

    @Test
    void aMemberCannotLeaveOnlyReject() {
        ledger.offer(image, "p2", Status.ACCEPTED);

        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.members.remove(BOB, image.id(), "p2"));
        ledger.members.answer(BOB, image.id(), "p2", Status.REJECTED);
        assertEquals(image.id(), ledger.images.get(BOB, image.id()).id());
    }

    @Test
    void theOwnerCannotAnswerForOthers() {
        ledger.offer(image, "p2", Status.PENDING);

        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.members.answer(ALICE, image.id(), "p2", Status.ACCEPTED));
    }

    @Test
    void whoIsNoMemberIsNotFound() {
        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.members.get(ALICE, image.id(), "p2"));
        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.members.remove(ALICE, image.id(), "p2"));
        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.members.answer(ADMIN, image.id(), "p2", Status.ACCEPTED));
    }

    @Test
    void membersComeBackIntoForceWithTheVisibility() {
        ledger.offer(image, "p2", Status.ACCEPTED);
        var hidden = image.details().edit().visibility(Image.Visibility.PRIVATE).done();
        ledger.rows.update(image, image.with(hidden));

        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.images.get(BOB, image.id()));
        ledger.rows.update(image.with(hidden), image);
        assertEquals(image.id(), ledger.images.get(BOB, image.id()).id());
    }

    @Test
    void whoMayOnlyLookChangesNothing() {
        ledger.offer(image, "p2", Status.PENDING);
        var looking =
                new Caller("u", "p1", null, false, java.util.Set.of("admin"), java.util.Set.of(), null, true, "req-1");

        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.members.add(looking, image.id(), "p3"));
        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.members.remove(looking, image.id(), "p2"));
        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.members.answer(looking, image.id(), "p2", Status.ACCEPTED));
    }

    @Test
    void membersAreCountedForOwnersAndAdministrators() {
        ledger.members.add(ALICE, image.id(), "p2");
        ledger.members.add(ALICE, image.id(), "p3");
        var alone = ledger.store(Images.active());
        var privately = ledger.store(Images.active().privately());
        ledger.offer(privately, "p2", Status.ACCEPTED);
        var several = List.of(image, alone, privately);

        assertEquals(Map.of(image.id(), 2), ledger.members.counts(ALICE, several));
        assertEquals(Map.of(image.id(), 2), ledger.members.counts(ADMIN, several));
        assertEquals(Map.of(), ledger.members.counts(BOB, several));
        assertEquals(Map.of(), ledger.members.counts(Callers.inProject("p1", "gardener"), several));
    }

    @Test
    void projectIsToldWhatItWasOffered() {
        var offered = ledger.members.add(ALICE, image.id(), "p2");
        var other = ledger.store(Images.active());
        ledger.offer(other, "p3", Status.ACCEPTED);

        assertEquals(Map.of(image.id(), offered), ledger.members.offers(BOB, List.of(image, other)));
        assertEquals(Map.of(), ledger.members.offers(ALICE, List.of(image, other)));
        assertEquals(Map.of(), ledger.members.offers(Callers.anonymous(), List.of(image, other)));
    }

    @Test
    void refusalsOfAnswersAreForetold() {
        ledger.offer(image, "p2", Status.PENDING);
        var looking =
                new Caller("u", "p2", null, false, java.util.Set.of("member"), java.util.Set.of(), null, true, "req-1");

        for (Caller caller : List.of(BOB, Callers.reader("p2"), Callers.inProject("p2", "gardener"), looking)) {
            var foretold = ledger.members.answerRefusal(caller, image);
            try {
                ledger.members.answer(caller, image.id(), "p2", Status.ACCEPTED);
                assertEquals(Optional.empty(), foretold);
            } catch (Fault refused) {
                assertEquals(false, foretold.isEmpty());
            }
        }
        assertEquals(
                Optional.of(Refusal.of(ImagePermission.MODIFY_MEMBER)),
                ledger.members.answerRefusal(Callers.reader("p2"), image));
        assertEquals(Optional.empty(), ledger.members.answerRefusal(BOB, image));
    }
}
