package io.github.predella.data;

import io.github.predella.core.Caller;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;

/**
 * An upload that can be resumed: data comes into the staging area in as many requests as it takes. In the end the image
 * is as after staging in one piece.
 *
 * @param id UUID text
 * @param imageId the image that waits for the data
 * @param area id of the staging area that keeps it
 * @param length how many bytes there will be
 * @param received how many of them have reached the device; no client has to send them again
 * @param sums what all the data is expected to have, algorithm to lower-case hex; mostly empty
 * @param caller who has begun it
 * @param importRequest the import to be asked for once the data is complete, null for none, or when that is done
 * @param complete whether all the data is there and staged
 * @param touchedAt when data came last
 */
public record UploadSession(
        String id,
        String imageId,
        String area,
        long length,
        long received,
        Map<String, String> sums,
        Caller caller,
        JsonObject importRequest,
        boolean complete,
        Instant touchedAt) {

    public UploadSession {
        sums = Map.copyOf(sums);
    }

    /**
     * What a caller asks for.
     *
     * @param length how many bytes there will be, at least 0
     * @param sums as above
     * @param importRequest as above
     */
    public record Draft(long length, Map<String, String> sums, JsonObject importRequest) {

        public Draft {
            sums = Map.copyOf(sums);
        }
    }

    /** Whether every byte has been received. */
    boolean isFull() {
        return received == length;
    }
}
