package io.github.predella.data;

import java.util.OptionalLong;

/**
 * How data is to be received.
 *
 * @param store id of the store that the caller chose, null for the default one
 * @param announcedSize how many bytes the caller says there are, empty when it does not say
 */
public record UploadRequest(String store, OptionalLong announcedSize) {}
