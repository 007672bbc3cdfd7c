package io.github.predella.quota;

/**
 * What a project has.
 *
 * @param count images that are not deleted
 * @param storedBytes bytes in stores, each copy counted
 * @param expectedBytes bytes that running uploads have announced
 * @param uploading images that data is on its way to
 */
public record Usage(long count, long storedBytes, long expectedBytes, long uploading) {

    /** Bytes that are stored or on their way. */
    public long claimedBytes() {
        return storedBytes + expectedBytes;
    }
}
