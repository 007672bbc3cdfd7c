package io.github.predella.imports;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.data.DataSettings;
import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.images.AdoptingStores;
import io.github.predella.images.AdoptionRecordService;
import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.images.ImageFaults;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ImportMarks;
import io.github.predella.images.ImportRecordService;
import io.github.predella.images.ImportRecordService.Waiting;
import io.github.predella.store.StoreFault;
import io.github.predella.tasks.CleanUpFailed;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskRun;
import io.github.predella.tasks.TaskService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes data that others have stored the data of an image (tasks-and-import, "location_import"). Data whose digest was
 * told is read first, and nobody can download it before; other data is read once the image is active, and then it is no
 * harm to the image when that fails.
 */
@ApplicationScoped
public class LocationAdoption {

    private static final Logger LOG = Logger.getLogger(LocationAdoption.class.getName());

    /** How often a process may die over the digest of one image until nobody tries any more. */
    private static final int LIVES = 3;

    private static final String LIFE = "only_hash";

    private LocationSettings settings;
    private DataSettings data;
    private ImportRecordService ledger;
    private AdoptionRecordService adoptions;
    private AdoptingStores adopting;
    private CopyHashing hashing;
    private ImportPump pumps;
    private TaskService tasks;

    /** For the container's proxy only. */
    protected LocationAdoption() {}

    @Inject
    public LocationAdoption(
            LocationSettings settings,
            DataSettings data,
            ImportRecordService ledger,
            AdoptionRecordService adoptions,
            AdoptingStores adopting,
            CopyHashing hashing,
            ImportPump pumps,
            TaskService tasks) {
        this.settings = settings;
        this.data = data;
        this.ledger = ledger;
        this.adoptions = adoptions;
        this.adopting = adopting;
        this.hashing = hashing;
        this.pumps = pumps;
        this.tasks = tasks;
    }

    /** Does all of it; whatever happens, the image is free afterwards. */
    void run(TaskRun run) throws IOException {
        var task = run.task();
        var request = LocationRequest.of(task);
        if (!task.input().containsKey(LIFE)) {
            try {
                adopt(run, request);
            } catch (IOException | RuntimeException | Error failure) {
                free(task, failure);
                throw failure;
            }
        }
        if (settings.secureHash() && request.claim().isEmpty()) {
            measure(run, place(request));
        }
    }

    /** Cleans up after a run that was cut off. An image that got its data but no digest gets another try at that. */
    void abandoned(Task task) {
        free(task);
        var request = LocationRequest.of(task);
        boolean unmeasured = settings.secureHash()
                && request.claim().isEmpty()
                && ledger.find(task.imageId())
                        .filter(image -> image.status() != Image.Status.QUEUED
                                && image.content().hashValue() == null
                                && has(image, request.url()))
                        .isPresent();
        if (unmeasured) {
            measureInAnotherLife(task);
        }
    }

    private ImageLocation place(LocationRequest request) {
        return adopting.place(request.url(), Map.of());
    }

    private static boolean has(Image image, String url) {
        return image.locations().stream()
                .anyMatch(copy -> copy.isReadable() && copy.url().equals(url));
    }

    private void adopt(TaskRun run, LocationRequest request) throws IOException {
        var place = place(request);
        String id = run.task().imageId();
        String holder = run.task().id();
        long size = persistently(run, () -> adopting.size(place));
        if (size > data.sizeCap()) {
            throw ImageFaults.overSizeCap(data.sizeCap());
        }
        adoptions.reserve(id, holder, place, size);
        var content = request.claim().isEmpty()
                ? new ImageContent(size, null, null, null, null)
                : claimed(run, request.claim().get(), place, size);
        adoptions.adopted(id, holder, place, content);
    }

    private ImageContent claimed(TaskRun run, LocationRequest.Claim claim, ImageLocation place, long size)
            throws IOException {
        if (!settings.secureHash()) {
            String checksum = claim.algorithm().equals(DigestAlgorithm.MD5.name()) ? claim.value() : null;
            return new ImageContent(size, null, checksum, claim.algorithm(), claim.value());
        }
        Runnable wanted = () -> ledger.held(run.task().imageId(), run.task().id());
        var content = read(run, place, size, new DigestAlgorithm(claim.algorithm()), wanted);
        if (!content.hashValue().equals(claim.value())) {
            throw ImportFaults.otherHash();
        }
        return content;
    }

    private void measure(TaskRun run, ImageLocation place) {
        String id = run.task().imageId();
        try {
            long size = adoptions.having(id, place).content().size();
            var algorithm = new DigestAlgorithm(data.hashAlgorithm());
            adoptions.measured(id, place, read(run, place, size, algorithm, () -> adoptions.having(id, place)));
        } catch (IOException | StoreFault failure) {
            endUnmeasured(run, failure, "The data could not be read to its end.");
        } catch (Fault fault) {
            if (fault.kind() != Fault.Kind.CHECKSUM_MISMATCH && fault.kind() != Fault.Kind.UNAVAILABLE) {
                throw fault;
            }
            endUnmeasured(run, fault, fault.getMessage());
        }
    }

    /** What a stop of the service has cut off goes on after it; everything else is only told. */
    private void endUnmeasured(TaskRun run, Exception failure, String reason) {
        // What is to be stored now must get through.
        Thread.interrupted();
        try {
            run.checkpoint();
        } catch (Fault early) {
            if (early.kind() == Fault.Kind.UNAVAILABLE) {
                measureInAnotherLife(run.task());
            }
            throw early;
        }
        LOG.log(Level.WARNING, failure, () -> "image " + run.task().imageId() + " stays without a hash");
        run.say("The image is active, but has no hash: " + reason);
    }

    private void measureInAnotherLife(Task task) {
        int life = task.input().getInt(LIFE, 0) + 1;
        if (life > LIVES) {
            LOG.warning(() -> "image " + task.imageId() + " stays without a hash: nobody lives to compute it");
            return;
        }
        var input = Jsons.object();
        task.input().forEach(input::add);
        tasks.submit(
                new Task.Draft(
                        Task.Type.LOCATION_IMPORT,
                        task.owner(),
                        task.imageId(),
                        task.userId(),
                        task.requestId(),
                        input.add(LIFE, life).build()),
                null);
    }

    private void free(Task task, Throwable reason) {
        try {
            free(task);
        } catch (RuntimeException failure) {
            throw new CleanUpFailed(reason, failure);
        }
    }

    /** The image waits for data again when it has none; what it has stays. */
    private void free(Task task) {
        String id = task.imageId();
        var missing = ledger.find(id).map(ImportMarks::importing).orElse(Set.of());
        ledger.undo(id, task.id(), List.of(), missing, new Waiting(Image.Status.QUEUED, null));
    }

    private ImageContent read(TaskRun run, ImageLocation place, long size, DigestAlgorithm algorithm, Runnable wanted)
            throws IOException {
        var hashed = persistently(
                run, () -> hashing.hash(place, size, algorithm, pumps.of(run, wanted, mib -> "Read " + mib + " MiB")));
        if (hashed.size() != size) {
            throw ImportFaults.otherSize();
        }
        var digests = hashed.digests();
        return new ImageContent(size, null, digests.checksum(), digests.algorithm(), digests.value());
    }

    /** Something that a web server may do at the second try. */
    @FunctionalInterface
    private interface Attempt<T> {
        T make() throws IOException;
    }

    private <T> T persistently(TaskRun run, Attempt<T> attempt) throws IOException {
        for (int left = settings.retries(); left > 0; left--) {
            try {
                return attempt.make();
            } catch (IOException failure) {
                requireAnotherTry(run, failure);
            } catch (StoreFault fault) {
                if (fault.kind() != StoreFault.Kind.UNAVAILABLE) {
                    throw fault;
                }
                requireAnotherTry(run, fault);
            }
        }
        return attempt.make();
    }

    private static <E extends Exception> void requireAnotherTry(TaskRun run, E failure) throws E {
        if (Thread.currentThread().isInterrupted()) {
            throw failure;
        }
        run.checkpoint();
        LOG.log(Level.INFO, failure, () -> "data for image " + run.task().imageId() + " is read again");
    }
}
