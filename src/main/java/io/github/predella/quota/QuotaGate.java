package io.github.predella.quota;

import io.github.predella.core.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Asks before something grows. What running uploads have announced counts as if it were stored already, however long
 * they take. The figures are those of the moment: requests that begin at the same instant may together pass a limit by
 * what each of them was allowed (images-api, "Limits at a glance"). Needs a running transaction.
 */
@ApplicationScoped
public class QuotaGate {

    private static final long MIB = 1024 * 1024;

    private QuotaSettings settings;
    private UsageReader usage;

    /** For the container's proxy only. */
    protected QuotaGate() {}

    @Inject
    public QuotaGate(QuotaSettings settings, UsageReader usage) {
        this.settings = settings;
        this.usage = usage;
    }

    /** Whether one more image fits; throws {@link Fault} TOO_LARGE when it does not. */
    public void requireRoomForImage(String project) {
        if (settings.imageCount() >= 0) {
            require("image_count_total", usage.of(project).count() + 1, settings.imageCount());
        }
    }

    /**
     * Whether one more upload fits.
     *
     * @param announced bytes, or 0 when nobody knows
     * @return how many bytes it may bring, {@link Long#MAX_VALUE} when there is no limit
     * @throws Fault TOO_LARGE when it does not fit
     */
    public long requireRoomForUpload(String project, long announced) {
        if (!settings.limitsAnything()) {
            return Long.MAX_VALUE;
        }
        var now = usage.of(project);
        if (settings.imageSize() >= 0) {
            require("image_size_total", (now.claimedBytes() + announced) / MIB, settings.imageSize());
        }
        if (settings.uploading() >= 0) {
            require("image_count_uploading", now.uploading() + 1, settings.uploading());
        }
        long storage = settings.userStorage().bytes();
        if (storage == 0) {
            return Long.MAX_VALUE;
        }
        long left = storage - now.claimedBytes();
        if (left < announced || left <= 0) {
            require("user_storage_quota", now.claimedBytes() + Math.max(announced, 1), storage);
        }
        return left;
    }

    /**
     * Whether what an upload has brought still fits, now that it is over and no longer counts as running: others may
     * have filled the project meanwhile.
     *
     * @param size bytes that are about to be stored
     * @throws Fault TOO_LARGE when it does not fit
     */
    public void requireRoomForStored(String project, long size) {
        long storage = settings.userStorage().bytes();
        if (storage > 0) {
            require("user_storage_quota", usage.of(project).claimedBytes() + size, storage);
        }
    }

    private static void require(String limit, long wanted, long maximum) {
        if (wanted > maximum) {
            throw Fault.tooLarge("The project is over its limit for " + limit + ": " + wanted + " would be more than "
                    + maximum + ".");
        }
    }
}
