package io.github.predella.images;

/**
 * What the service measured of an image's bytes. All fields are null as long as they are unknown.
 *
 * @param size in bytes
 * @param virtualSize size in bytes of the disk that a guest would see, where the format tells
 * @param checksum MD5, lower-case hex
 * @param hashAlgorithm name of the second digest, as configured
 * @param hashValue the second digest, lower-case hex
 */
public record ImageContent(Long size, Long virtualSize, String checksum, String hashAlgorithm, String hashValue) {

    /** Nothing is known. */
    public static final ImageContent NONE = new ImageContent(null, null, null, null, null);
}
