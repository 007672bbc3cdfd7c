package io.github.predella.images;

import io.github.predella.core.Page;
import io.github.predella.core.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The stored notes about images that are deleted and whose data is kept for a while. Every method wants a running
 * transaction of the caller's and joins it.
 *
 * <p>An image lies here from {@link ImageRepository#markGone} with status {@code pending_delete} on until it is restored
 * or its data is removed, whoever has put it here: the reference's own commands may do either as well. Those who want to
 * decide between the two call {@link ImageRepository#hold} first.
 */
public interface ImageBin {

    /**
     * An image in the bin.
     *
     * @param image without what hangs on it
     * @param former the status that it had before; active when nobody has noted it
     * @param deletedAt when it was deleted
     * @param copies how many copies of its data are kept for it
     * @param whole whether none of its data has been removed, nor is about to be
     */
    record Binned(Image image, Image.Status former, Instant deletedAt, int copies, boolean whole) {}

    /** Notes which status an image had that was put here in this transaction. */
    void note(String id, Image.Status former);

    /** What lies here under that id. */
    Optional<Binned> find(String id);

    /**
     * What lies here, last deleted first.
     *
     * @param owner project whose images are wanted; null for those of everybody
     * @param page which page, in either direction
     * @throws io.github.predella.core.Fault INVALID for a marker that is not one of these images
     */
    Page<Binned> page(String owner, PageRequest page);

    /**
     * Ids of images that have been here for long enough, in their order.
     *
     * @param before they were deleted then or earlier
     * @param afterId only ids behind this one; empty for all
     * @param limit how many at most
     */
    List<String> due(Instant before, String afterId, int limit);

    /**
     * Notes that the removal of an image's data begins, if it has not before: it is not {@code whole} from now on.
     *
     * @return false when the image is not here
     */
    boolean begin(String id);

    /**
     * Takes an image out with all that was deleted with it; what was deleted before, and the marks of imports, stay
     * deleted.
     *
     * @return false, with nothing changed, when it is not here any more
     */
    boolean restore(Binned binned, Instant when);

    /**
     * Ends an image all of whose data is removed.
     *
     * @return false, with nothing changed, when it is not here
     */
    boolean finish(String id, Instant when);

    /** Drops notes about images that others have taken out or ended. */
    void forgetOthers();
}
