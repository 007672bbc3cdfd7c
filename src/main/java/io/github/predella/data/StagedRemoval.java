package io.github.predella.data;

import io.github.predella.images.Image;
import io.github.predella.images.ImageDeleted;
import io.github.predella.store.StoreFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Removes the staged data of images that are deleted. What is in another node's area goes by that node's sweep. */
@ApplicationScoped
public class StagedRemoval {

    private static final Logger LOG = Logger.getLogger(StagedRemoval.class.getName());
    private static final Set<Image.Status> WITH_DATA = Set.of(Image.Status.UPLOADING, Image.Status.IMPORTING);

    private StagingRecordService records;
    private UploadSessionService sessions;
    private StagingArea area;

    /** For the container's proxy only. */
    protected StagedRemoval() {}

    @Inject
    public StagedRemoval(StagingRecordService records, UploadSessionService sessions, StagingArea area) {
        this.records = records;
        this.sessions = sessions;
        this.area = area;
    }

    void onDeletion(@Observes ImageDeleted deletion) {
        if (WITH_DATA.contains(deletion.image().status())) {
            remove(deletion.image().id());
        }
    }

    private void remove(String imageId) {
        try {
            boolean here = records.find(imageId)
                    .filter(staged -> staged.area().equals(area.id()))
                    .isPresent();
            if (here) {
                sessions.drop(imageId);
                area.discard(imageId);
                records.forget(imageId);
            }
        } catch (StoreFault fault) {
            LOG.log(Level.WARNING, "staged data of a deleted image stays for now", fault);
        }
    }
}
