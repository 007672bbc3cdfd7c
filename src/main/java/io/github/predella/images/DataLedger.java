package io.github.predella.images;

import io.github.predella.store.StoreSettings;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * The stored notes about bytes on the move: uploads that run, and copies that nobody needs any more but that still are
 * in a store. Every method wants a running transaction of the caller's and joins it.
 *
 * <p>The notes are what makes a crash harmless: whatever a dead process left behind is written down here.
 */
public interface DataLedger {

    /** The id under which the staging area stands where a store is named; bytes for it are not in a store yet. */
    String STAGING = StoreSettings.RESERVED + "staging_store";

    /** Begins the name that stands for the process where a task imports. */
    String IMPORT = "task:";

    /**
     * A running upload, or bytes that an import moves.
     *
     * @param imageId the image
     * @param node the process that receives it; for an import {@link #importOf} its task, whichever process does it
     * @param store id of the store it goes to, or {@link #STAGING}
     */
    record RunningUpload(String imageId, String node, String store) {

        /** Whether an import moves the bytes. It ends with its task, which others care for. */
        public boolean isOfImport() {
            return node.startsWith(IMPORT);
        }
    }

    /** What stands for the process where a task imports. */
    static String importOf(String task) {
        return IMPORT + task;
    }

    /**
     * Notes that an upload begins.
     *
     * @param expected how many bytes it announces or was promised, 0 when nobody knows; they count as used until it has
     *     ended
     */
    void begin(RunningUpload upload, long expected, Instant when);

    /** How many bytes count as used for a running upload of that node; empty when no such upload is noted. */
    OptionalLong reserved(String imageId, String node);

    /**
     * Notes that another number of bytes counts as used for a running upload.
     *
     * @return false when no such upload of that node is noted any more
     */
    boolean reserve(String imageId, String node, long expected);

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
     * Puts a copy back that was withdrawn from a living image, so that it can be read again.
     *
     * @return false when it is withdrawn no longer: it is to be removed, with its image or since it was taken over
     */
    boolean restore(ImageLocation copy, Instant when);

    /**
     * Takes all copies that were withdrawn before a moment, and are neither gone nor put back, out of their images: they
     * are to be removed from now on and cannot be put back.
     *
     * @return how many there were
     */
    int takeOverWithdrawn(Instant before, Instant when);

    /**
     * Copies that nobody needs any more and that are still to be removed, in the order of their rows. Those of images
     * that wait for their deletion stay.
     *
     * @param afterRow only copies with a higher row than this one
     * @param limit how many at most
     */
    List<ImageLocation> toRemove(long afterRow, int limit);

    /** The copies of one image that nobody needs any more and that are still to be removed. */
    List<ImageLocation> toRemove(String imageId);

    /** Notes that a copy which was to be removed or withdrawn is gone from its store. */
    void removed(ImageLocation location, Instant when);
}
