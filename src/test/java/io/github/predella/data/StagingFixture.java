package io.github.predella.data;

import io.github.predella.config.Seconds;
import io.github.predella.images.Image;
import io.github.predella.images.LedgerFixture;
import io.github.predella.store.file.FileStoreProvider;
import io.github.predella.testing.DirectEvent;
import io.github.predella.testing.MemoryStagingNotes;
import io.github.predella.testing.MemoryUploadSessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Staging over maps and a real directory. */
final class StagingFixture {

    static final int CAP = 1000;

    private static final Executor NOBODY = work -> {
        throw new RejectedExecutionException();
    };

    final LedgerFixture ledger = new LedgerFixture();
    final MemoryStagingNotes notes = new MemoryStagingNotes();
    final DataSettings settings =
            new DataSettings(CAP, "sha512", true, List.of(), 1, new Seconds(300), new Seconds(60));
    final StagingSettings staging = new StagingSettings(List.of("glance-direct"), "", new Seconds(100));
    final Path directory;
    final StagingArea area;
    final StagingRecordService records;
    final StagingService service;
    final StagingSweepJob sweep;
    final MemoryUploadSessions sessionRows = new MemoryUploadSessions();
    final UploadSessionRecordService sessionRecords;
    final List<StagingComplete> told = new ArrayList<>();

    StagingFixture(Path directory) {
        this.directory = directory;
        area = areaIn(directory);
        records = new StagingRecordService(ledger.staging, notes, ledger.clock);
        service = new StagingService(records, area, staging, settings, NOBODY::execute, ledger.clock);
        sessionRecords = new UploadSessionRecordService(ledger.staging, notes, sessionRows, ledger.clock);
        sweep = new StagingSweepJob(records, area, settings, ledger.clock);
    }

    /** The service of a process that has just started. */
    UploadSessionService sessions() {
        return sessions(area);
    }

    /** The service of a process that has just started on another staging area. */
    UploadSessionService sessions(StagingArea other) {
        return new UploadSessionService(
                sessionRecords, other, staging, settings, new DirectEvent<>(told::add), ledger.clock);
    }

    UploadSessionJob sessionJob() {
        return new UploadSessionJob(sessions(), sessionRecords, area, settings, ledger.clock);
    }

    static StagingArea areaIn(Path directory) {
        var files = new FileStoreProvider(NOBODY);
        return StagingArea.open(directory, Map.of(), options -> files.create(StagingArea.STORE, options));
    }

    Image.Status status(Image image) {
        return ledger.find(image.id()).status();
    }

    /** The names of the files in the area, its marker left out. */
    List<String> files() {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".predella-area"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Puts a file into the area that was last written to long ago. */
    void old(String name) {
        try {
            Path file = Files.writeString(directory.resolve(name), "old");
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
