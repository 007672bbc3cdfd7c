package io.github.predella.imports;

import io.github.predella.data.Staged;
import io.github.predella.data.StagingArea;
import io.github.predella.data.StagingRecordService;
import io.github.predella.store.StoreFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Data in the staging area. */
final class StagedSource implements ImportSource {

    private static final Logger LOG = Logger.getLogger(StagedSource.class.getName());

    private final Staged staged;
    private final StagingArea area;
    private final StagingRecordService records;
    private final boolean keptAfterFailure;

    /** @param keptAfterFailure whether the data can be imported again when it fails this time */
    StagedSource(Staged staged, StagingArea area, StagingRecordService records, boolean keptAfterFailure) {
        this.staged = staged;
        this.area = area;
        this.records = records;
        this.keptAfterFailure = keptAfterFailure;
    }

    @Override
    public Optional<Measured> measured() {
        return Optional.of(Measured.of(staged));
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(area.file(staged.imageId()));
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(area.file(staged.imageId()));
    }

    @Override
    public void done() {
        discard();
    }

    @Override
    public void failed() {
        if (!keptAfterFailure) {
            discard();
        }
    }

    /** What cannot be removed now is found by the sweep of the area. */
    private void discard() {
        try {
            area.discard(staged.imageId());
            records.forget(staged.imageId());
        } catch (StoreFault fault) {
            LOG.log(Level.WARNING, "staged data stays for now", fault);
        }
    }
}
