package io.github.predella.imports;

import io.github.predella.data.Staged;
import io.github.predella.data.StagingArea;
import io.github.predella.data.StagingRecordService;
import io.github.predella.images.Image;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Imports what the caller has staged. */
@ApplicationScoped
public class DirectImport implements ImportMethod {

    private StagingRecordService records;
    private StagingArea area;

    /** For the container's proxy only. */
    protected DirectImport() {}

    @Inject
    public DirectImport(StagingRecordService records, StagingArea area) {
        this.records = records;
        this.area = area;
    }

    @Override
    public String name() {
        return "glance-direct";
    }

    @Override
    public Image.Status from() {
        return Image.Status.UPLOADING;
    }

    @Override
    public boolean bringsKeptData() {
        return true;
    }

    @Override
    public Image.Status afterFailure() {
        return Image.Status.UPLOADING;
    }

    @Override
    public String place(Image image) {
        return staged(image.id()).area();
    }

    @Override
    public ImportSource fetch(ImportRun run) {
        return new StagedSource(staged(run.imageId()), area, records, true);
    }

    private Staged staged(String imageId) {
        return records.find(imageId).filter(Staged::complete).orElseThrow(ImportFaults::nothingStaged);
    }
}
