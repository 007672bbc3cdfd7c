package io.github.predella.imports;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.images.AdoptionRecordService;
import io.github.predella.images.Image;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ReadableCopies;
import io.github.predella.store.StoreFault;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;

/**
 * Reads what a store has of an image and tells whether it still is the image's data. Changes nothing: what to do about a
 * bad copy is for people to decide, since the other ones may be no better.
 */
@ApplicationScoped
public class CopyVerification {

    private static final Logger LOG = Logger.getLogger(CopyVerification.class.getName());
    private static final String STORE = "verify_store";

    private AdoptionRecordService records;
    private ReadableCopies copies;
    private CopyHashing hashing;
    private ImportPump pumps;

    /** For the container's proxy only. */
    protected CopyVerification() {}

    @Inject
    public CopyVerification(
            AdoptionRecordService records, ReadableCopies copies, CopyHashing hashing, ImportPump pumps) {
        this.records = records;
        this.copies = copies;
        this.hashing = hashing;
        this.pumps = pumps;
    }

    /** How a copy was found. */
    private enum Verdict {
        GOOD,
        BAD,
        MISSING
    }

    /** What the task of a verification carries. */
    static JsonObject input(String imageId, String store) {
        return Jsons.object().add("image_id", imageId).add(STORE, store).build();
    }

    /** Whether a task is one. */
    static boolean isOne(Task task) {
        return task.input() != null && task.input().containsKey(STORE);
    }

    /** The copies that a store has of an image; throws {@link Fault} NOT_FOUND when there are none. */
    static List<ImageLocation> in(String store, Image image, ReadableCopies copies) {
        var found = copies.of(image).stream()
                .filter(copy -> store.equals(copy.store()))
                .toList();
        if (found.isEmpty()) {
            throw ImportFaults.notIn(store, image.id());
        }
        return found;
    }

    /**
     * Reads all that the store has of the image; that is more than one copy where addresses were registered.
     *
     * @return what was found; the worst of several counts
     * @throws Fault when a copy was removed meanwhile
     * @throws StoreFault when the store does not let it be read
     */
    JsonObject run(TaskRun run) throws IOException {
        var task = run.task();
        String store = task.input().getString(STORE);
        var image = records.image(task.imageId());
        var worst = Verdict.GOOD;
        for (ImageLocation copy : in(store, image, copies)) {
            var verdict = verdict(run, image, copy);
            records.having(image.id(), copy);
            worst = verdict == Verdict.GOOD ? worst : verdict;
        }
        tell(run, store, worst);
        return Jsons.object()
                .add("image_id", image.id())
                .add("store", store)
                .add("copy", worst.name().toLowerCase(Locale.ROOT))
                .build();
    }

    private Verdict verdict(TaskRun run, Image image, ImageLocation copy) throws IOException {
        var content = image.content();
        long most = content.size() == null ? Long.MAX_VALUE : content.size();
        var pump = pumps.of(run, () -> records.having(image.id(), copy), mib -> "Read " + mib + " MiB");
        try {
            var found = hashing.hash(copy, most, new DigestAlgorithm(content.hashAlgorithm()), pump);
            boolean whole = content.size() == null || content.size() == found.size();
            return whole && found.digests().value().equals(content.hashValue()) ? Verdict.GOOD : Verdict.BAD;
        } catch (StoreFault fault) {
            if (fault.kind() == StoreFault.Kind.NOT_FOUND) {
                return Verdict.MISSING;
            }
            throw fault;
        } catch (Fault fault) {
            if (fault.kind() == Fault.Kind.CHECKSUM_MISMATCH) {
                return Verdict.BAD;
            }
            throw fault;
        }
    }

    private static void tell(TaskRun run, String store, Verdict verdict) {
        switch (verdict) {
            case GOOD -> run.say("The copy in the store '" + store + "' is the image's data.");
            case BAD -> warn(run, "The copy in the store '" + store + "' is NOT the image's data.");
            case MISSING -> warn(run, "The copy in the store '" + store + "' is missing.");
        }
    }

    private static void warn(TaskRun run, String sentence) {
        run.say(sentence);
        LOG.warning(() -> "image " + run.task().imageId() + ": " + sentence);
    }
}
