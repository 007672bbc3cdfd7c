package io.github.predella.data;

import io.github.predella.core.Caller;
import jakarta.json.JsonObject;

/**
 * All the data of a resumable upload is staged, and whoever began it wants it to be imported now. Told after the
 * transaction that says so, at least once: a crash in between makes it be told again. A {@link
 * io.github.predella.core.Fault} of a listener ends the matter, and the image goes on waiting for its import.
 *
 * @param imageId the image
 * @param caller who began the upload, with the rights of that time
 * @param importRequest the body of an import request; no more is known of it than that it is an object
 */
public record StagingComplete(String imageId, Caller caller, JsonObject importRequest) {}
