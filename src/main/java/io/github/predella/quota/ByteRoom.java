package io.github.predella.quota;

import static io.github.predella.quota.QuotaGate.MIB;

/**
 * How many bytes still fit in one place, under two limits that may both hold there.
 *
 * @param mebibytes of the place's own limit; negative for any number
 * @param limit the place's own limit
 * @param storage bytes of the storage quota, {@link Long#MAX_VALUE} for any number
 * @param claimed bytes that others have or have been promised
 */
record ByteRoom(long mebibytes, Limit limit, long storage, long claimed) {

    private static final long SMALLEST_STEP = 64 * MIB;
    private static final long LARGEST_STEP = 4096 * MIB;

    /** How much more than needed is reserved at a time: a quarter of what there is, within bounds. */
    static long stepAfter(long bytes) {
        return Math.min(Math.max(bytes / 4, SMALLEST_STEP), LARGEST_STEP);
    }

    /** The place's own limit is asked now, in whole MiB; only the storage quota is watched later on. */
    Room softly(long announced) {
        if (mebibytes >= 0 && (claimed + announced) / MIB > mebibytes) {
            throw QuotaFaults.over(limit.wireName(), (claimed + announced) / MIB, mebibytes);
        }
        if (storage == Long.MAX_VALUE) {
            return new Room(Long.MAX_VALUE, announced, false);
        }
        long left = storage - claimed;
        if (left < announced || left <= 0) {
            throw QuotaFaults.over(QuotaFaults.USER_STORAGE, claimed + Math.max(announced, 1), storage);
        }
        return new Room(left, announced, false);
    }

    /** What is announced is reserved, or a first step when nobody knows. */
    Room reserve(long announced) {
        if (bytesOfLimit() == Long.MAX_VALUE && storage == Long.MAX_VALUE) {
            return new Room(Long.MAX_VALUE, announced, false);
        }
        long reserved = announced == 0 ? reserve(SMALLEST_STEP, 1) : reserve(announced, announced);
        return new Room(reserved, reserved, true);
    }

    /** As much of what is wished for as fits; refused when not even what is needed does. */
    long reserve(long wished, long needed) {
        if (bytesOfLimit() - claimed < needed) {
            throw QuotaFaults.over(limit.wireName(), roundedUp(claimed + needed), mebibytes);
        }
        if (storage - claimed < needed) {
            throw QuotaFaults.over(QuotaFaults.USER_STORAGE, claimed + needed, storage);
        }
        return Math.min(wished, Math.min(bytesOfLimit(), storage) - claimed);
    }

    private long bytesOfLimit() {
        return mebibytes < 0 || mebibytes > Long.MAX_VALUE / MIB ? Long.MAX_VALUE : mebibytes * MIB;
    }

    private static long roundedUp(long bytes) {
        return (bytes + MIB - 1) / MIB;
    }
}
