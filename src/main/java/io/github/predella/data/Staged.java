package io.github.predella.data;

import io.github.predella.flow.DigestValues;
import io.github.predella.format.Finding;
import java.util.List;

/**
 * What is noted about the data staged for an image.
 *
 * @param imageId the image
 * @param area id of the staging area that holds the file
 * @param size bytes; 0 until it is complete
 * @param digests computed while the data came in; null until it is complete
 * @param findings the formats that were recognised meanwhile; empty until it is complete
 * @param complete whether all of it is there; before, it is still coming in
 */
public record Staged(
        String imageId, String area, long size, DigestValues digests, List<Finding> findings, boolean complete) {

    public Staged {
        findings = List.copyOf(findings);
    }

    /** Data that has all arrived. */
    public static Staged complete(
            String imageId, String area, long size, DigestValues digests, List<Finding> findings) {
        return new Staged(imageId, area, size, digests, findings, true);
    }
}
