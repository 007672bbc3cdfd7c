package io.github.predella.quota;

/**
 * What an upload was granted.
 *
 * @param bytes how many it may bring, {@link Long#MAX_VALUE} when there is no limit
 * @param reserved how many count as the project's from now on until the upload has ended; to be noted by whoever asked,
 *     in the same transaction
 * @param extendable whether more may be asked for once the bytes are used up
 */
public record Room(long bytes, long reserved, boolean extendable) {}
