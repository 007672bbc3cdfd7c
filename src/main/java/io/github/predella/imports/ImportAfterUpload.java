package io.github.predella.imports;

import io.github.predella.data.StagingComplete;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Begins the imports that were asked for together with a resumable upload, with the rights of whoever began that. Told
 * twice of the same upload, it is refused the second time, since the image no longer waits for its import then.
 */
@ApplicationScoped
public class ImportAfterUpload {

    private ImportService imports;

    /** For the container's proxy only. */
    protected ImportAfterUpload() {}

    @Inject
    public ImportAfterUpload(ImportService imports) {
        this.imports = imports;
    }

    void onCompletion(@Observes StagingComplete upload) {
        imports.submit(upload.caller(), upload.imageId(), ImportRequest.of(upload.importRequest()), ImportHeaders.NONE);
    }
}
