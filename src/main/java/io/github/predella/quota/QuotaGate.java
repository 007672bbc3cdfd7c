package io.github.predella.quota;

import io.github.predella.core.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Asks before something grows. What running uploads have announced counts as if it were there already, however long they
 * take. Every method needs a running transaction, and throws {@link Fault} TOO_LARGE when there is no room.
 *
 * <p>Soft, the figures are those of the moment: requests that begin at the same instant may together pass a limit by
 * what each of them was allowed, and uploads that announce nothing are held only to the storage quota. Hard, requests of
 * one project are counted one after the other, and no byte comes in that was not reserved before (ADR 9).
 */
@ApplicationScoped
public class QuotaGate {

    static final long MIB = 1024 * 1024;

    /** The ways of importing that bring data which is staged already; the others fetch theirs. */
    private static final Set<String> STAGED_BEFORE = Set.of("glance-direct");

    private QuotaSettings settings;
    private Limits limits;
    private UsageReader usage;
    private ProjectLocks locks;

    /** For the container's proxy only. */
    protected QuotaGate() {}

    @Inject
    public QuotaGate(QuotaSettings settings, Limits limits, UsageReader usage, ProjectLocks locks) {
        this.settings = settings;
        this.limits = limits;
        this.usage = usage;
        this.locks = locks;
    }

    /**
     * Waits for the project's turn where quotas are hard. To be called before bytes that are on their way become stored
     * ones, so that nobody counts in between; before anything else is changed, so that nobody waits in a circle.
     */
    public void takeTurn(String project) {
        if (settings.hard()) {
            locks.hold(project);
        }
    }

    /** Whether one more image fits. */
    public void requireRoomForImage(String project) {
        var allowed = limitsOf(project);
        if (allowed.has(Limit.IMAGE_COUNT_TOTAL)) {
            requireCount(allowed, Limit.IMAGE_COUNT_TOTAL, count(project).count() + 1);
        }
    }

    /**
     * Whether one more upload into a store fits. To be asked before the image counts as receiving data.
     *
     * @param announced bytes, or 0 when nobody knows
     */
    public Room requireRoomForUpload(String project, long announced) {
        return requireRoom(project, Area.STORES, announced, true);
    }

    /**
     * Whether data that is to be staged fits. To be asked before the image counts as receiving data.
     *
     * @param announced bytes, or 0 when nobody knows
     */
    public Room requireRoomForStaging(String project, long announced) {
        return requireRoom(project, Area.STAGING, announced, true);
    }

    /**
     * Whether an import fits: data staged before needs room in the stores, and its image counts as receiving data
     * already; data that is yet to be fetched or copied needs room where it is staged, and its image does not count yet.
     *
     * @param method name of the import method
     * @param bytes how much will be imported, or 0 when nobody knows
     */
    public Room requireRoomForImport(String project, String method, long bytes) {
        return STAGED_BEFORE.contains(method)
                ? requireRoom(project, Area.STORES, bytes, false)
                : requireRoom(project, Area.STAGING, bytes, true);
    }

    /**
     * Whether an image fits that was deleted and comes back with its data.
     *
     * @param bytes of all its copies
     */
    public void requireRoomForReturn(String project, long bytes) {
        requireRoomForImage(project);
        requireRoom(project, Area.STORES, bytes, false);
    }

    /**
     * Whether data fits that others have stored and that becomes a project's.
     *
     * @param bytes how much it is
     */
    public void requireRoomForAdoption(String project, long bytes) {
        requireRoom(project, Area.STORES, bytes, false);
    }

    /**
     * Whether data that an import is about to fetch fits where it is staged. Its image counts as receiving data already.
     *
     * @param announced bytes, or 0 when nobody knows
     */
    public Room requireRoomForFetch(String project, long announced) {
        return requireRoom(project, Area.STAGING, announced, false);
    }

    /**
     * Whether one more copy of an image fits into the stores. Soft, only the storage quota is asked here, because the
     * limits were before; hard, the bytes have to be noted in the same transaction.
     *
     * @param size bytes of the copy
     */
    public void requireRoomForCopy(String project, long size) {
        if (settings.hard()) {
            requireRoom(project, Area.STORES, size, false);
        } else {
            requireRoomForStored(project, size);
        }
    }

    /**
     * Reserves more for an upload into a store that has used up its room. To be asked for rooms that are extendable only.
     *
     * @param reserved bytes that are noted for this upload
     * @param wanted bytes that it needs in all
     * @return how many it may bring in all, at least what it needs; to be noted in the same transaction
     */
    public long extendUpload(String project, long reserved, long wanted) {
        return extend(project, Area.STORES, reserved, wanted);
    }

    /** Reserves more for data that is being staged, as {@link #extendUpload} does for uploads into stores. */
    public long extendStaging(String project, long reserved, long wanted) {
        return extend(project, Area.STAGING, reserved, wanted);
    }

    /**
     * Whether what an upload has brought still fits, now that it is over and no longer counts as running: others may
     * have filled the project meanwhile. They cannot have where quotas are hard, since all of it was reserved.
     *
     * @param size bytes that are about to be stored
     */
    public void requireRoomForStored(String project, long size) {
        long storage = settings.storageBytes();
        if (storage < Long.MAX_VALUE && !settings.hard()) {
            require(QuotaFaults.USER_STORAGE, usage.of(project).claimedBytes() + size, storage);
        }
    }

    /** Where bytes go, and which limits are asked there. */
    private enum Area {
        STORES(Limit.IMAGE_SIZE_TOTAL),
        STAGING(Limit.IMAGE_STAGE_TOTAL);

        private final Limit limit;

        Area(Limit limit) {
            this.limit = limit;
        }

        long claimed(Usage usage) {
            return this == STORES ? usage.claimedBytes() : usage.claimedStaging();
        }
    }

    private Room requireRoom(String project, Area area, long announced, boolean startsReceiving) {
        var allowed = limitsOf(project);
        long storage = area == Area.STORES ? settings.storageBytes() : Long.MAX_VALUE;
        if (!allowed.has(area.limit) && !allowed.has(Limit.IMAGE_COUNT_UPLOADING) && storage == Long.MAX_VALUE) {
            return new Room(Long.MAX_VALUE, announced, false);
        }
        var now = count(project);
        var bytes = new ByteRoom(allowed.of(area.limit), area.limit, storage, area.claimed(now));
        var room = settings.hard() ? bytes.reserve(announced) : bytes.softly(announced);
        if (startsReceiving) {
            requireCount(allowed, Limit.IMAGE_COUNT_UPLOADING, now.uploading() + 1);
        }
        return room;
    }

    private long extend(String project, Area area, long reserved, long wanted) {
        var allowed = limitsOf(project);
        long storage = area == Area.STORES ? settings.storageBytes() : Long.MAX_VALUE;
        long others = area.claimed(count(project)) - reserved;
        return new ByteRoom(allowed.of(area.limit), area.limit, storage, others)
                .reserve(Math.addExact(wanted, ByteRoom.stepAfter(wanted)), wanted);
    }

    private ProjectLimits limitsOf(String project) {
        return settings.countsLimits() ? limits.of(project) : ProjectLimits.NONE;
    }

    private Usage count(String project) {
        takeTurn(project);
        return usage.of(project);
    }

    private static void requireCount(ProjectLimits allowed, Limit limit, long wanted) {
        if (allowed.has(limit)) {
            require(limit.wireName(), wanted, allowed.of(limit));
        }
    }

    private static void require(String limit, long wanted, long maximum) {
        if (wanted > maximum) {
            throw QuotaFaults.over(limit, wanted, maximum);
        }
    }
}
