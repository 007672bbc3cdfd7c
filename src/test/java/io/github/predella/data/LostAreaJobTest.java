package io.github.predella.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Caller;
import io.github.predella.images.Image;
import io.github.predella.jobs.JobRun;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The area of these tests is one through which no node looks. */
class LostAreaJobTest {

    private static final Caller ALICE = Callers.member("p1");

    @TempDir
    Path directory;

    private StagingFixture staging;
    private Image image;

    @BeforeEach
    void open() {
        staging = new StagingFixture(directory);
        image = staging.ledger.store(Images.queued());
    }

    private void lookAfter(Duration time) {
        staging.ledger.clock.advance(time);
        new LostAreaJob(staging.records, staging.sessionRecords, staging.staging, staging.ledger.clock)
                .run(JobRun.ofNode());
    }

    private UploadSession begun(long length) {
        return staging.sessions().create(ALICE, image.id(), new UploadSession.Draft(length, Map.of(), null));
    }

    @Test
    void unfinishedUploadsEndADayAfterTheirTime() {
        var session = begun(10);

        lookAfter(Duration.ofDays(1).plusSeconds(100));
        assertTrue(staging.sessionRows.find(session.id()).isPresent());
        lookAfter(Duration.ofSeconds(1));

        assertEquals(Optional.empty(), staging.sessionRows.find(session.id()));
        assertEquals(Optional.empty(), staging.notes.find(image.id()));
        assertEquals(Image.Status.QUEUED, staging.status(image));
    }

    @Test
    void completeDataStaysWhenItsSessionEnds() {
        var session = begun(0);

        lookAfter(Duration.ofDays(2));

        assertEquals(Optional.empty(), staging.sessionRows.find(session.id()));
        assertTrue(staging.notes.find(image.id()).isPresent());
        assertEquals(Image.Status.UPLOADING, staging.status(image));
    }

    @Test
    void notesAboutDataThatNobodyNeedsGo() {
        staging.service.stage(ALICE, image.id(), OptionalLong.empty(), new ByteArrayInputStream(new byte[3]));
        var other = staging.ledger.store(Images.queued());
        staging.service.stage(ALICE, other.id(), OptionalLong.empty(), new ByteArrayInputStream(new byte[3]));
        staging.ledger.deletions.delete(ALICE, other.id());

        lookAfter(Duration.ofDays(1));
        assertEquals(2, staging.notes.inArea(staging.area.id()).size());
        lookAfter(Duration.ofSeconds(1));

        assertEquals(
                List.of(image.id()),
                staging.notes.inArea(staging.area.id()).stream()
                        .map(Staged::imageId)
                        .toList());
    }
}
