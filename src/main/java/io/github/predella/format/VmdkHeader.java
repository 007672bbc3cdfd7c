package io.github.predella.format;

/**
 * The first sector of a sparse VMDK extent, or its copy near the end.
 *
 * @param magic whether it begins with the signature
 * @param version of the format
 * @param capacity sectors of the disk
 * @param descriptorSector where the descriptor begins
 * @param descriptorSectors how long it is
 * @param directory sector of the grain directory
 */
record VmdkHeader(
        boolean magic, long version, long capacity, long descriptorSector, long descriptorSectors, long directory) {

    static final int SECTOR = 512;

    /** The grain directory's place is only told by a second header at the end. */
    private static final long AT_END = -1;

    static VmdkHeader at(Window window, int at) {
        return new VmdkHeader(
                window.hasAt(at, "KDMV"),
                window.littleInt(at + 4),
                window.littleLong(at + 12),
                window.littleLong(at + 28),
                window.littleLong(at + 36),
                window.littleLong(at + 56));
    }

    boolean hasFooter() {
        return directory == AT_END;
    }

    /** Bytes of the disk; negative when the number is beyond all reason. */
    long virtualSize() {
        return capacity < 0 || capacity > Long.MAX_VALUE / SECTOR ? -1 : capacity * SECTOR;
    }

    boolean agreesWith(VmdkHeader other) {
        return magic
                && version == other.version
                && capacity == other.capacity
                && descriptorSector == other.descriptorSector
                && descriptorSectors == other.descriptorSectors;
    }
}
