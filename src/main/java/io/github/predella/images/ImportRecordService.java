package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The record's part of an import: a task takes the image, changes it step by step, and gives it back. Each method is one
 * short transaction, or part of the caller's; every change makes sure that the task still has the image.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class ImportRecordService {

    private ImageRepository images;
    private ImageAccess access;
    private ImageLimits limits;
    private ImportRoomService room;
    private ImageNotices notices;
    private Clock clock;

    /** For the container's proxy only. */
    protected ImportRecordService() {}

    @Inject
    public ImportRecordService(
            ImageRepository images,
            ImageAccess access,
            ImageLimits limits,
            ImportRoomService room,
            ImageNotices notices,
            Clock clock) {
        this.images = images;
        this.access = access;
        this.limits = limits;
        this.room = room;
        this.notices = notices;
        this.clock = clock;
    }

    /** The image, whoever asks, unless it is gone. */
    public Optional<Image> find(String id) {
        return images.find(id);
    }

    /** The image, provided it exists for the caller; throws {@link Fault} NOT_FOUND, FORBIDDEN for a mere look. */
    public Image find(Caller caller, String id) {
        if (caller.readOnly()) {
            throw ImageFaults.readOnlyCaller();
        }
        return access.find(caller, id);
    }

    /**
     * Insists that the caller may import into the image.
     *
     * @param permission the one that the way of importing wants
     * @throws Fault NOT_FOUND, FORBIDDEN
     */
    public void require(Caller caller, ImagePermission permission, Image image) {
        access.requireOwnership(caller, permission, image);
    }

    /**
     * Gives the image to a task.
     *
     * @param seen the image as it was when it was decided that the task may have it
     * @param stores to which the task will bring the data
     * @param changesStatus whether the image has no data meanwhile; not so when it only gets further copies
     * @throws Fault CONFLICT when the image was changed by others since it was seen
     */
    public void take(Image seen, String task, Collection<String> stores, boolean changesStatus) {
        images.hold(seen.id());
        var now = images.find(seen.id()).orElseThrow(() -> ImageFaults.unknown(seen.id()));
        boolean same = now.status() == seen.status()
                && ImportMarks.holder(now).equals(ImportMarks.holder(seen))
                && now.locations().equals(seen.locations());
        if (!same) {
            throw ImageFaults.statusMoved(seen.id());
        }
        ImportMarks.holder(now).ifPresent(former -> room.end(now.id(), former));
        var taken = ImportMarks.begun(now, task, stores);
        save(now, changesStatus ? taken.with(Image.Status.IMPORTING) : taken);
    }

    /**
     * The image as it is.
     *
     * @throws Fault as {@link ImportMarks#held}
     */
    public Image held(String id, String task) {
        return ImportMarks.held(images.find(id), id, task);
    }

    /**
     * Changes what users say about the image.
     *
     * @throws Fault as {@link #held}
     */
    public Image describe(String id, String task, UnaryOperator<ImageDetails> change) {
        return change(id, task, image -> image.with(change.apply(image.details())))
                .after();
    }

    /**
     * The image as a change of its description would make it. Nothing is stored.
     *
     * @throws Fault as {@link #held}, and as for users who describe an image so
     */
    public Image described(String id, String task, UnaryOperator<ImageDetails> change) {
        return described(held(id, task), change);
    }

    private Image described(Image image, UnaryOperator<ImageDetails> change) {
        var after = ImportMarks.kept(image.details(), change.apply(image.details()));
        if (after.equals(image.details())) {
            return image;
        }
        limits.checkDescribed(image.details(), after);
        return image.with(after);
    }

    /**
     * A store has the data.
     *
     * @param location where
     * @param content what was measured of it; must be what is noted already, if anything is
     * @param oneIsEnough whether the image can be downloaded as soon as one store has the data, rather than all of them
     * @param description what changes about the description as soon as it can
     */
    public record Arrival(
            ImageLocation location,
            ImageContent content,
            boolean oneIsEnough,
            UnaryOperator<ImageDetails> description) {}

    /**
     * Notes that a store has the data.
     *
     * @throws Fault as {@link #described}, CONFLICT also when the data differs from that of the other copies
     */
    public void arrived(String id, String task, Arrival arrival) {
        var change = register(id, task, arrival);
        notices.uploaded(change.before(), change.after());
    }

    /** As {@link #arrived}, for data that the store had already. */
    void found(String id, String task, Arrival arrival) {
        register(id, task, arrival);
    }

    private Change register(String id, String task, Arrival arrival) {
        room.takeTurn(id);
        var registered = change(id, task, image -> {
            boolean first = image.content().hashValue() == null;
            if (!first && !arrival.content().hashValue().equals(image.content().hashValue())) {
                throw ImageFaults.otherData(id);
            }
            var locations = new ArrayList<>(image.locations());
            locations.add(arrival.location());
            var with = ImportMarks.arrived(image, arrival.location().store()).with(List.copyOf(locations));
            with = first ? with.with(arrival.content()) : with;
            boolean complete =
                    arrival.oneIsEnough() || ImportMarks.importing(with).isEmpty();
            return complete && image.status() == Image.Status.IMPORTING
                    ? described(with, arrival.description()).with(Image.Status.ACTIVE)
                    : with;
        });
        Long size = arrival.content().size();
        room.giveBack(id, task, size == null ? 0 : size);
        return registered;
    }

    /** Notes stores that could not take the data; throws {@link Fault} as {@link #held}. */
    public void failed(String id, String task, Collection<String> stores) {
        change(id, task, image -> ImportMarks.failed(image, stores));
    }

    /** Gives the image back after all is done; throws {@link Fault} as {@link #held}. */
    public void release(String id, String task) {
        change(id, task, ImportMarks::released);
        room.end(id, task);
    }

    /**
     * What an image waits for after an import that failed.
     *
     * @param status in which it does
     * @param size bytes that are staged for it, null when none are
     */
    public record Waiting(Image.Status status, Long size) {}

    /**
     * Undoes what the task did to the record and gives the image back. Nothing happens when the task does not have it
     * (any more).
     *
     * @param withdrawn the stores whose copies are to go; their rows stay until the data is removed
     * @param stores those to which the data was to be brought and was not
     * @param to what the image waits for then, unless it has its data; null to leave its status alone
     * @return the copies that nobody reads any more and that are to be removed
     */
    public List<ImageLocation> undo(
            String id, String task, Collection<String> withdrawn, Collection<String> stores, Waiting to) {
        images.hold(id);
        room.end(id, task);
        var found = images.find(id).filter(image -> ImportMarks.holder(image).equals(Optional.of(task)));
        if (found.isEmpty()) {
            return List.of();
        }
        var image = found.get();
        var going = image.readable().stream()
                .filter(copy -> copy.store() != null && withdrawn.contains(copy.store()))
                .toList();
        var locations = image.locations().stream()
                .map(location -> going.contains(location) ? location.withdrawn() : location)
                .toList();
        var after = ImportMarks.released(ImportMarks.failed(image, stores)).with(locations);
        boolean waits = to != null && image.status() == Image.Status.IMPORTING;
        if (waits) {
            after = after.with(to.status()).with(new ImageContent(to.size(), null, null, null, null));
        }
        save(image, after);
        return going.stream().map(ImageLocation::withdrawn).toList();
    }

    /** What has been stored, and what was there before. */
    private record Change(Image before, Image after) {}

    private Change change(String id, String task, UnaryOperator<Image> change) {
        images.hold(id);
        var before = held(id, task);
        return save(before, change.apply(before));
    }

    private Change save(Image before, Image after) {
        var stamped = after.updatedAt(clock.instant());
        if (!images.update(before, stamped)) {
            throw ImageFaults.statusMoved(before.id());
        }
        return new Change(before, stamped);
    }
}
