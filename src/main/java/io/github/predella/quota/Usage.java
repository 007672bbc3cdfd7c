package io.github.predella.quota;

/**
 * What a project has.
 *
 * @param count images that are not deleted
 * @param uploading images that data is on its way to, those that are being copied to further stores included
 * @param storedBytes bytes in stores, each copy counted
 * @param expectedBytes bytes on their way to stores, as their uploads have announced or reserved them
 * @param stagedBytes bytes of images that wait for an import, are imported or copied to further stores
 * @param arrivingBytes bytes on their way to a staging area, as announced or reserved
 */
public record Usage(
        long count, long uploading, long storedBytes, long expectedBytes, long stagedBytes, long arrivingBytes) {

    /** What a project has that has nothing. */
    public static final Usage NOTHING = new Usage(0, 0, 0, 0, 0, 0);

    /** Bytes that are stored or on their way to a store. */
    public long claimedBytes() {
        return storedBytes + expectedBytes;
    }

    /** Bytes that are staged or on their way to a staging area. */
    public long claimedStaging() {
        return stagedBytes + arrivingBytes;
    }
}
