package io.github.predella.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.DataSize;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.images.LedgerFixture;
import io.github.predella.jobs.JobRun;
import io.github.predella.quota.QuotaSettings;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import io.github.predella.testing.SlowStream;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadSessionServiceTest {

    private static final Caller ALICE = Callers.member("p1");
    private static final byte[] DATA = Bytes.noise(StagingFixture.CAP);

    @TempDir
    private Path directory;

    private StagingFixture staging;
    private UploadSessionService sessions;
    private Image image;

    @BeforeEach
    void open() {
        staging = new StagingFixture(directory);
        sessions = staging.sessions();
        image = staging.ledger.store(Images.queued());
    }

    private UploadSession begin(int length) {
        return begin(length, Map.of(), null);
    }

    private UploadSession begin(int length, Map<String, String> sums, JsonObject request) {
        return sessions.create(ALICE, image.id(), new UploadSession.Draft(length, sums, request));
    }

    private UploadSession append(UploadSession session, int from, int to) {
        return append(session, from, new ByteArrayInputStream(DATA, from, to - from));
    }

    private UploadSession append(UploadSession session, long offset, InputStream body) {
        var piece = new UploadPiece(offset, OptionalLong.empty(), Optional.empty());
        return sessions.append(ALICE, image.id(), session.id(), piece, body);
    }

    private UploadSession found(UploadSession session) {
        return sessions.find(ALICE, image.id(), session.id());
    }

    private static Fault.Kind refused(Executable work) {
        return assertThrows(Fault.class, work).kind();
    }

    private static String digest(String algorithm, byte[] data) {
        return HexFormat.of().formatHex(new DigestAlgorithm(algorithm).digest().digest(data));
    }

    private void assertStaged(int length) throws IOException {
        byte[] data = Arrays.copyOf(DATA, length);
        var staged = staging.notes.find(image.id()).orElseThrow();
        assertEquals(Image.Status.UPLOADING, staging.status(image));
        assertEquals(length, staging.ledger.find(image.id()).content().size());
        assertEquals(List.of(image.id()), staging.files());
        assertArrayEquals(data, Files.readAllBytes(staging.area.file(image.id())));
        assertTrue(staged.complete());
        assertEquals(length, staged.size());
        assertEquals(digest("md5", data), staged.digests().checksum());
        assertEquals(digest("sha512", data), staged.digests().value());
    }

    private void assertNothingLeft() {
        assertEquals(Image.Status.QUEUED, staging.status(image));
        assertEquals(ImageContent.NONE, staging.ledger.find(image.id()).content());
        assertEquals(List.of(), staging.files());
        assertEquals(Optional.empty(), staging.notes.find(image.id()));
        assertEquals(Optional.empty(), staging.sessionRows.ofImage(image.id()));
    }

    @Test
    void piecesMakeUpTheWhole() throws IOException {
        var session = begin(1000);

        assertEquals(1, append(session, 0, 1).received());
        assertEquals(300, append(session, 1, 300).received());
        assertFalse(found(session).complete());
        assertTrue(append(session, 300, 1000).complete());

        assertStaged(1000);
        assertEquals(List.of(), staging.told);
    }

    @Test
    void nothingAtAllIsCompleteAtOnce() throws IOException {
        assertTrue(begin(0).complete());

        assertStaged(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 999})
    void whatArrivedBeforeACutIsKept(int cut) throws IOException {
        var session = begin(1000);

        assertEquals(
                Fault.Kind.INVALID,
                refused(() -> append(session, 0, SlowStream.breaking(Arrays.copyOf(DATA, cut), 100))));

        assertEquals(cut, found(session).received());
        append(session, cut, 1000);
        assertStaged(1000);
    }

    @Test
    void whatWasReceivedIsToldByItsEnds() {
        var session = begin(1000);
        var before = sessions.ends(session);
        append(session, 0, 700);

        var after = sessions.ends(found(session)).orElseThrow();
        append(session, 700, 1000);

        assertEquals(Optional.empty(), before);
        assertEquals(digest("sha256", Arrays.copyOf(DATA, 700)), after.first());
        assertEquals(after.first(), after.last());
        assertEquals(Optional.empty(), sessions.ends(found(session)));
    }

    @Test
    void aRestartedProcessGoesOnWhereTheFormerOneStood() throws IOException {
        var session = begin(1000);
        append(session, 0, 501);
        Path file = staging.area.sessionFile(session.id());
        Files.write(file, new byte[77], StandardOpenOption.APPEND);

        sessions = staging.sessions();
        append(session, 501, 1000);

        assertStaged(1000);
    }

    @Test
    void aProcessThatDiedRightBeforeTheEndIsMadeUpFor() throws IOException {
        var session = begin(10);
        append(session, 0, 9);
        Files.write(staging.area.sessionFile(session.id()), new byte[] {DATA[9]}, StandardOpenOption.APPEND);
        staging.sessionRows.advance(session.id(), 9, 10, staging.ledger.clock.instant());

        sessions = staging.sessions();

        assertTrue(found(session).complete());
        assertStaged(10);
    }

    @Test
    void aProcessThatDiedRightBeforeNotingTheEndIsMadeUpForByTheJob() throws IOException {
        var session = begin(10);
        append(session, 0, 9);
        Files.write(staging.area.file(image.id()), Arrays.copyOf(DATA, 10));
        Files.delete(staging.area.sessionFile(session.id()));
        staging.sessionRows.advance(session.id(), 9, 10, staging.ledger.clock.instant());

        staging.sessionJob().run(JobRun.ofNode());

        assertStaged(10);
    }

    @Test
    void piecesHaveToFollowOnEachOther() {
        var session = begin(1000);
        append(session, 0, 500);

        assertEquals(Fault.Kind.CONFLICT, refused(() -> append(session, 0, 500)));
        assertEquals(Fault.Kind.CONFLICT, refused(() -> append(session, 501, 1000)));

        assertEquals(500, found(session).received());
    }

    @Test
    void moreThanWasAnnouncedIsRefused() throws IOException {
        var session = begin(500);
        append(session, 0, 400);
        var announced = new UploadPiece(400, OptionalLong.of(101), Optional.empty());

        assertEquals(
                Fault.Kind.TOO_LARGE,
                refused(() ->
                        sessions.append(ALICE, image.id(), session.id(), announced, InputStream.nullInputStream())));
        assertEquals(Fault.Kind.TOO_LARGE, refused(() -> append(session, 400, 501)));

        assertEquals(400, found(session).received());
        append(session, 400, 500);
        assertStaged(500);
    }

    @Test
    void moreThanTheCapIsNotBegun() {
        assertEquals(Fault.Kind.TOO_LARGE, refused(() -> begin(StagingFixture.CAP + 1)));

        assertNothingLeft();
    }

    @Test
    void whatWouldBeRefusedIsToldBefore() {
        sessions.rehearse(ALICE, StagingFixture.CAP);

        var refusal = assertThrows(Fault.class, () -> sessions.rehearse(ALICE, StagingFixture.CAP + 1));

        assertEquals(
                assertThrows(Fault.class, () -> begin(StagingFixture.CAP + 1)).getMessage(), refusal.getMessage());
    }

    @Test
    void whetherAProjectHasRoomIsToldBefore() {
        var full = new LedgerFixture(new QuotaSettings(-1, -1, -1, -1, new DataSize(100), null, false));
        var records = new UploadSessionRecordService(full.staging, staging.notes, staging.sessionRows, full.clock);

        records.rehearse(ALICE, 100);

        assertEquals(Fault.Kind.TOO_LARGE, refused(() -> records.rehearse(ALICE, 101)));
    }

    @Test
    void everybodyFindsWhatTheyHaveNotFinished() {
        var session = begin(1000);
        append(session, 0, 10);
        var other = staging.ledger.store(Images.queued());
        sessions.create(Callers.admin("p1"), other.id(), new UploadSession.Draft(0, Map.of(), null));

        assertEquals(
                List.of(10L),
                sessions.unfinished(ALICE).stream().map(UploadSession::received).toList());
        assertEquals(List.of(), sessions.unfinished(Callers.member("p2")));
        append(session, 10, 1000);
        assertEquals(List.of(), sessions.unfinished(ALICE));
    }

    @Test
    void anImageHasOneSessionAtATime() {
        begin(10);

        assertEquals(Fault.Kind.CONFLICT, refused(() -> begin(10)));
    }

    @Test
    void onePieceComesInAtATime() {
        var session = begin(10);
        var body = new FilterInputStream(new ByteArrayInputStream(DATA, 0, 10)) {
            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                assertEquals(Fault.Kind.CONFLICT, refused(() -> append(session, 0, 10)));
                return super.read(into, from, count);
            }
        };

        assertTrue(append(session, 0, body).complete());
    }

    @Test
    void aPieceThatDiffersFromItsChecksumIsNotKept() throws IOException {
        var session = begin(1000);
        append(session, 0, 100);
        var wrong = new UploadPiece.Checksum("sha1", digest("sha1", new byte[1]));
        var right = new UploadPiece.Checksum("sha1", digest("sha1", Arrays.copyOfRange(DATA, 100, 1000)));

        assertEquals(Fault.Kind.CHECKSUM_MISMATCH, refused(() -> checked(session, wrong)));
        assertEquals(100, found(session).received());
        assertTrue(checked(session, right).complete());

        assertStaged(1000);
    }

    private UploadSession checked(UploadSession session, UploadPiece.Checksum checksum) {
        return sessions.append(
                ALICE,
                image.id(),
                session.id(),
                new UploadPiece(100, OptionalLong.of(900), Optional.of(checksum)),
                new ByteArrayInputStream(DATA, 100, 900));
    }

    @Test
    void aPieceWithAChecksumIsNotKeptInPart() {
        var session = begin(1000);
        var piece = new UploadPiece(
                0, OptionalLong.of(900), Optional.of(new UploadPiece.Checksum("md5", digest("md5", DATA))));

        assertEquals(
                Fault.Kind.INVALID,
                refused(() -> sessions.append(
                        ALICE, image.id(), session.id(), piece, SlowStream.breaking(Arrays.copyOf(DATA, 500), 100))));

        assertEquals(0, found(session).received());
    }

    @Test
    void expectedSumsAreChecked() throws IOException {
        var session = begin(1000, Map.of("sha256", digest("sha256", DATA), "md5", digest("md5", DATA)), null);

        append(session, 0, 999);
        append(session, 999, 1000);

        assertStaged(1000);
    }

    @Test
    void dataWithAnotherSumThanExpectedLeavesNothing() {
        var session = begin(1000, Map.of("sha256", digest("sha256", new byte[1])), null);

        assertEquals(Fault.Kind.CHECKSUM_MISMATCH, refused(() -> append(session, 0, 1000)));

        assertNothingLeft();
    }

    @Test
    void theWantedImportIsAskedForOnceTheDataIsThere() {
        var request = Jsons.object()
                .add("method", Jsons.object().add("name", "glance-direct"))
                .build();
        var session = begin(10, Map.of(), request);
        append(session, 0, 9);
        assertEquals(List.of(), staging.told);

        append(session, 9, 10);
        staging.sessionJob().run(JobRun.ofNode());

        assertEquals(List.of(new StagingComplete(image.id(), ALICE, request)), staging.told);
        assertNull(staging.sessionRows.find(session.id()).orElseThrow().importRequest());
    }

    @Test
    void aCancelledSessionLeavesNothing() {
        var session = begin(1000);
        append(session, 0, 500);

        sessions.cancel(ALICE, image.id(), session.id());

        assertNothingLeft();
        assertEquals(Fault.Kind.NOT_FOUND, refused(() -> found(session)));
    }

    @Test
    void cancellationEndsAPieceThatIsComingIn() {
        var session = begin(10);
        var body = new FilterInputStream(new ByteArrayInputStream(DATA, 0, 10)) {
            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                if (staging.sessionRows.find(session.id()).isPresent()) {
                    sessions.cancel(ALICE, image.id(), session.id());
                }
                return super.read(into, from, count);
            }
        };

        assertEquals(Fault.Kind.NOT_FOUND, refused(() -> append(session, 0, body)));

        assertNothingLeft();
    }

    @Test
    void aCompleteSessionIsOnlyForgotten() throws IOException {
        var session = begin(10);
        append(session, 0, 10);

        sessions.cancel(ALICE, image.id(), session.id());

        assertStaged(10);
    }

    @Test
    void idleSessionsExpire() {
        var session = begin(1000);
        append(session, 0, 500);
        staging.ledger.clock.advance(Duration.ofSeconds(99));
        staging.sessionJob().run(JobRun.ofNode());
        assertEquals(500, found(session).received());

        staging.ledger.clock.advance(Duration.ofSeconds(1));
        staging.sessionJob().run(JobRun.ofNode());

        assertNothingLeft();
    }

    @Test
    void completeDataDoesNotExpireWithItsSession() throws IOException {
        var session = begin(10);
        append(session, 0, 10);
        staging.ledger.clock.advance(Duration.ofDays(2));

        staging.sessionJob().run(JobRun.ofNode());

        assertEquals(Optional.empty(), staging.sessionRows.find(session.id()));
        assertStaged(10);
    }

    @Test
    void sessionsGoWithTheirImage() {
        var session = begin(1000);
        append(session, 0, 500);

        staging.ledger.deletions.delete(ALICE, image.id());
        staging.ledger.deleted.forEach(new StagedRemoval(staging.records, sessions, staging.area)::onDeletion);

        assertEquals(List.of(), staging.files());
        assertEquals(Optional.empty(), staging.sessionRows.find(session.id()));
    }

    @Test
    void filesWithoutASessionGo() {
        staging.old("." + UUID.randomUUID() + ".session");
        staging.old(".other.session");

        staging.sessionJob().run(JobRun.ofNode());

        assertEquals(List.of(".other.session"), staging.files());
    }

    @Test
    void lostDataEndsTheSession() throws IOException {
        var session = begin(1000);
        append(session, 0, 500);
        Files.delete(staging.area.sessionFile(session.id()));

        assertEquals(Fault.Kind.GONE, refused(() -> append(session, 500, 1000)));

        assertNothingLeft();
    }

    @Test
    void aNodeWithAnotherAreaSendsTheSenderAway() {
        var session = begin(1000);

        sessions = staging.sessions(StagingFixture.areaIn(directory.resolve("other")));

        assertEquals(Fault.Kind.CONFLICT, refused(() -> append(session, 0, 1000)));
        assertEquals(Fault.Kind.CONFLICT, refused(() -> found(session)));
    }

    @Test
    void nodesThatShareAnAreaShareItsSessions() throws IOException {
        var session = begin(1000);
        append(session, 0, 300);
        var here = sessions;

        sessions = staging.sessions(StagingFixture.areaIn(directory));
        append(session, 300, 600);
        sessions = here;
        append(session, 600, 1000);

        assertStaged(1000);
    }

    @Test
    void othersFindNoSession() {
        var session = begin(10);
        var bob = Callers.member("p2");

        assertEquals(Fault.Kind.NOT_FOUND, refused(() -> sessions.find(bob, image.id(), session.id())));
        assertEquals(
                Fault.Kind.NOT_FOUND,
                refused(() -> sessions.find(
                        ALICE, staging.ledger.store(Images.queued()).id(), session.id())));
    }
}
