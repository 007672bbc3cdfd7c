package io.github.predella.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.predella.images.Image;
import io.github.predella.jobs.JobRun;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingSweepJobTest {

    @TempDir
    private Path directory;

    private StagingFixture staging;

    @BeforeEach
    void open() {
        staging = new StagingFixture(directory);
    }

    private Image staged() {
        var image = staging.ledger.store(Images.queued());
        staging.service.stage(
                Callers.member("p1"), image.id(), OptionalLong.empty(), new ByteArrayInputStream(new byte[3]));
        return image;
    }

    @Test
    void filesThatNoImageWaitsForGo() {
        var waiting = staging.ledger.store(Images.queued());
        var active = staging.ledger.store(Images.active());
        staging.old(UUID.randomUUID().toString());
        staging.old(waiting.id());
        staging.old(active.id() + ".raw");
        staging.old(active.id() + ".uc");

        staging.sweep.run(JobRun.ofNode());

        assertEquals(List.of(), staging.files());
    }

    @Test
    void dataThatArrivesAfterItWasLookedForIsNotLost() {
        var image = staged();
        var before = new Staged(image.id(), staging.area.id(), 0, null, List.of(), false);

        boolean lost = staging.records.lost(before);

        assertFalse(lost);
        assertEquals(Image.Status.UPLOADING, staging.status(image));
    }

    @Test
    void filesThatAreNeededStay() {
        var image = staged();
        var locked = staging.ledger.store(Images.active().with("os_glance_import_task", "t1"));
        staging.old(image.id());
        staging.old(locked.id());
        staging.old(locked.id() + ".raw");

        staging.sweep.run(JobRun.ofNode());

        assertEquals(3, staging.files().size());
        assertEquals(Image.Status.UPLOADING, staging.status(image));
    }

    @Test
    void whatADeadImportHasMadeGoesAndTheStagedDataStays() {
        var image = staged();
        staging.old(image.id());
        staging.old(staging.area.derivedFile(image.id()).getFileName().toString());

        staging.sweep.run(JobRun.ofNode());

        assertEquals(List.of(image.id()), staging.files());
    }

    @Test
    void otherNamesAndYoungFilesStay() throws IOException {
        String young = UUID.randomUUID().toString();
        Files.writeString(directory.resolve(young), "young");
        Files.setLastModifiedTime(directory.resolve(young), FileTime.from(staging.ledger.clock.instant()));
        staging.old("notes.txt");
        staging.old(".hidden");

        staging.sweep.run(JobRun.ofNode());

        assertEquals(List.of(".hidden", "notes.txt", young).stream().sorted().toList(), staging.files());
    }

    @Test
    void anImageWhoseStagedFileIsLostWaitsForDataAgain() throws IOException {
        var image = staged();
        Files.delete(staging.area.file(image.id()));

        staging.sweep.run(JobRun.ofNode());

        assertEquals(Image.Status.QUEUED, staging.status(image));
        assertEquals(Optional.empty(), staging.notes.find(image.id()));
    }

    @Test
    void dataThatIsStillComingInIsNotTakenForLost() {
        var image = staging.ledger.store(Images.queued());
        staging.records.begin(Callers.member("p1"), image.id(), staging.area.id(), 0);

        staging.sweep.run(JobRun.ofNode());

        assertEquals(Image.Status.UPLOADING, staging.status(image));
        assertEquals(1, staging.notes.inArea(staging.area.id()).size());
    }

    @Test
    void notesOfOtherAreasAreNotThisNodesBusiness() {
        var image = staged();
        var other = new StagingFixture(directory.resolve("other"));

        new StagingSweepJob(staging.records, other.area, staging.settings, staging.ledger.clock).run(JobRun.ofNode());

        assertEquals(Image.Status.UPLOADING, staging.status(image));
    }
}
