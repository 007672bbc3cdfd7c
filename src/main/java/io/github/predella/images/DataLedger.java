package io.github.predella.images;

import java.time.Instant;
import java.util.List;

/**
 * The stored notes about bytes on the move: uploads that run, and copies that nobody needs any more but that still are
 * in a store. Every method wants a running transaction of the caller's and joins it.
 *
 * <p>The notes are what makes a crash harmless: whatever a dead process left behind is written down here.
 */
public interface DataLedger {

    /**
     * A running upload.
     *
     * @param imageId the image
     * @param node the process that receives it
     * @param store id of the store it goes to
     */
    record RunningUpload(String imageId, String node, String store) {}

    /**
     * Notes that an upload begins.
     *
     * @param expected how many bytes it announces, 0 when nobody knows; they count as used until it has ended
     */
    void begin(RunningUpload upload, long expected, Instant when);

    /**
     * Notes that an upload has ended, well or not.
     *
     * @return false when no such upload of that node is noted: another node has taken it for dead and ended it
     */
    boolean end(String imageId, String node);

    /**
     * Notes that another node now cares for an upload.
     *
     * @return false when no such upload is noted any more: it has ended, or a third node was faster
     */
    boolean takeOver(RunningUpload upload, String newNode);

    /** All noted uploads. */
    List<RunningUpload> running();

    /**
     * Copies of deleted images that are still to be removed, in the order of their rows.
     *
     * @param afterRow only copies with a higher row than this one
     * @param limit how many at most
     */
    List<ImageLocation> toRemove(long afterRow, int limit);

    /** The copies of one deleted image that are still to be removed. */
    List<ImageLocation> toRemove(String imageId);

    /** Notes that a copy is gone from its store. */
    void removed(ImageLocation location, Instant when);
}
