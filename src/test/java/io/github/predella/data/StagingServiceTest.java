package io.github.predella.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.config.Seconds;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.images.DataLedger.RunningUpload;
import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.images.ImageDeleted;
import io.github.predella.jobs.HeartbeatService;
import io.github.predella.jobs.JobRun;
import io.github.predella.jobs.JobSettings;
import io.github.predella.jobs.NodeName;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import io.github.predella.testing.MemoryNodeBeats;
import io.github.predella.testing.SlowStream;
import io.github.predella.testing.StubbornStores;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingServiceTest {

    private static final Caller ALICE = Callers.member("p1");
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private StagingFixture staging;
    private Image image;

    @BeforeEach
    void open() {
        staging = new StagingFixture(directory);
        image = staging.ledger.store(Images.queued());
    }

    private void stage(InputStream body) {
        staging.service.stage(ALICE, image.id(), OptionalLong.empty(), body);
    }

    private Fault.Kind refused(InputStream body) {
        return assertThrows(Fault.class, () -> stage(body)).kind();
    }

    private void assertNothingLeft() {
        assertEquals(Image.Status.QUEUED, staging.status(image));
        assertEquals(ImageContent.NONE, staging.ledger.find(image.id()).content());
        assertEquals(List.of(), staging.files());
        assertEquals(Optional.empty(), staging.notes.find(image.id()));
        assertEquals(List.of(), staging.ledger.uploads.running());
    }

    @Test
    void stagedDataWaitsWithItsDigestsAndItsSize() throws IOException {
        stage(SlowStream.of(HELLO, 2));

        var staged = staging.notes.find(image.id()).orElseThrow();
        assertEquals(Image.Status.UPLOADING, staging.status(image));
        assertEquals(5, staging.ledger.find(image.id()).content().size());
        assertArrayEquals(HELLO, Files.readAllBytes(staging.area.file(image.id())));
        assertEquals(5, staged.size());
        assertEquals(staging.area.id(), staged.area());
        assertEquals("5d41402abc4b2a76b9719d911017c592", staged.digests().checksum());
        assertEquals("sha512", staged.digests().algorithm());
        assertEquals(List.of(), staged.findings());
        assertEquals(List.of(), staging.ledger.uploads.running());
    }

    @Test
    void nothingIsStagedTwice() throws IOException {
        stage(new ByteArrayInputStream(HELLO));

        assertEquals(Fault.Kind.CONFLICT, refused(new ByteArrayInputStream(new byte[3])));

        assertArrayEquals(HELLO, Files.readAllBytes(staging.area.file(image.id())));
    }

    @Test
    void aBrokenTransferLeavesNothing() {
        assertEquals(Fault.Kind.INVALID, refused(SlowStream.breaking(HELLO, 3)));

        assertNothingLeft();
    }

    @Test
    void moreThanTheCapLeavesNothing() {
        assertEquals(Fault.Kind.TOO_LARGE, refused(new ByteArrayInputStream(new byte[StagingFixture.CAP + 1])));

        assertNothingLeft();
    }

    @Test
    void anAnnouncedSizePastTheCapIsRefusedUnread() {
        var fault = assertThrows(
                Fault.class,
                () -> staging.service.stage(
                        ALICE, image.id(), OptionalLong.of(StagingFixture.CAP + 1), InputStream.nullInputStream()));

        assertEquals(Fault.Kind.TOO_LARGE, fault.kind());
        assertNothingLeft();
    }

    @Test
    void whatAFormerLifeLeftIsReplaced() throws IOException {
        staging.old(image.id());
        staging.old(image.id() + ".raw");

        stage(new ByteArrayInputStream(HELLO));

        assertEquals(List.of(image.id()), staging.files());
        assertArrayEquals(HELLO, Files.readAllBytes(staging.area.file(image.id())));
    }

    @Test
    void deletionDuringTheTransferLeavesNoFile() {
        var body = new FilterInputStream(new ByteArrayInputStream(HELLO)) {
            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                staging.ledger.deletions.delete(Callers.admin("p1"), image.id());
                return -1;
            }
        };

        assertEquals(Fault.Kind.GONE, refused(body));

        assertEquals(List.of(), staging.files());
        assertEquals(List.of(), staging.ledger.uploads.running());
    }

    @Test
    void stagedDataGoesWithItsImage() {
        stage(new ByteArrayInputStream(HELLO));
        var before = staging.ledger.find(image.id());

        staging.ledger.deletions.delete(ALICE, image.id());
        staging.ledger.deleted.forEach(
                new StagedRemoval(staging.records, staging.sessions(), staging.area)::onDeletion);

        assertEquals(List.of(new ImageDeleted(before)), staging.ledger.deleted);
        assertEquals(List.of(), staging.files());
        assertEquals(Optional.empty(), staging.notes.find(image.id()));
    }

    @Test
    void theStagingOfADeadNodeIsUndoneByAnother() {
        staging.records.begin(ALICE, image.id(), staging.area.id(), 0);
        staging.ledger.data.end(image.id(), "this-node");
        staging.ledger.data.begin(
                new RunningUpload(image.id(), "dead-node", StagingArea.STORE), 0, staging.ledger.clock.instant());
        staging.old(image.id());

        new AbandonedUploadJob(
                        staging.ledger.uploads,
                        new HeartbeatService(
                                new MemoryNodeBeats(),
                                new NodeName("this-node"),
                                new JobSettings(new Seconds(30)),
                                staging.ledger.clock),
                        StubbornStores.plain("plain").registry(),
                        staging.records,
                        staging.area)
                .run(JobRun.ofNode());

        assertNothingLeft();
    }

    @Test
    void switchedOffThereIsNoSuchThing() {
        var off = new StagingService(
                staging.records,
                staging.area,
                new StagingReception(staging.area, staging.settings, Runnable::run),
                new StagingSettings(List.of("web-download"), "", new Seconds(1)),
                staging.settings,
                staging.ledger.clock);

        var fault = assertThrows(
                Fault.class, () -> off.stage(ALICE, image.id(), OptionalLong.empty(), InputStream.nullInputStream()));

        assertEquals(Fault.Kind.NOT_FOUND, fault.kind());
    }
}
