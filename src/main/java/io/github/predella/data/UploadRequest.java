package io.github.predella.data;

import io.github.predella.config.Secret;
import java.util.OptionalLong;

/**
 * How data is to be received.
 *
 * @param store id of the store that the caller chose, null for the default one
 * @param announcedSize how many bytes the caller says there are, empty when it does not say
 * @param token of the caller, with which a signer's certificate is fetched; null when nobody has it at hand
 */
public record UploadRequest(String store, OptionalLong announcedSize, Secret token) {}
