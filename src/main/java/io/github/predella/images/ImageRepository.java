package io.github.predella.images;

import io.github.predella.core.Page;
import io.github.predella.images.ImageFacets.Facet;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The stored ledger. Every method wants a running transaction of the caller's and joins it.
 *
 * <p>Promises, proven by {@code ImageRepositoryContract}: what a transaction wrote is seen by whoever reads after its
 * commit; ids are never free again, even after deletion; status changes are decided by the stored status alone.
 */
public interface ImageRepository {

    /** The image of that id unless it is gone; visibility is not asked. */
    Optional<Image> find(String id);

    /**
     * Lets no other transaction that holds the image go on until this one ends. Called before anything else is read
     * about the image. Nothing happens when there is none.
     */
    void hold(String id);

    /** Whether a record of that id exists, be it gone or not. */
    boolean isTaken(String id);

    /** Whether the image is shared with the project, whatever that project answered. */
    boolean isMember(String id, String project);

    /**
     * The images that meet the query and are listed for the viewer.
     *
     * @throws io.github.predella.core.Fault INVALID for a marker that is unknown, FORBIDDEN for one that the viewer
     *     may not see
     */
    Page<Image> page(ImageQuery query, Viewer viewer);

    /**
     * How many images meet the query and are listed for the viewer, whatever page it asks for. Where an index leads to
     * them, no more are looked at than are counted.
     *
     * @param atMost at which the counting stops; on some databases it stops earlier, at a thousand
     */
    ImageCount count(ImageQuery query, Viewer viewer, int atMost);

    /**
     * What the images that meet the query and are listed for the viewer have in common, whatever page it asks for.
     *
     * @param wanted what is counted
     * @param among how many images are looked at, the newest first; some databases look at less
     */
    ImageFacets facets(ImageQuery query, Viewer viewer, Set<Facet> wanted, int among);

    /** Stores a new image. The id must be free, see {@link #isTaken}. */
    void insert(Image image);

    /**
     * Stores what changed between two states of an image: attributes, properties, tags, locations and the time. What
     * is equal in both is left alone, so that changes by others to other attributes survive.
     *
     * @return false, with nothing changed, when the stored status is no longer that of {@code before}
     */
    boolean update(Image before, Image after);

    /**
     * Changes only the status (and the time), provided it is still {@code from}.
     *
     * @return false, with nothing changed, when the stored status is another one
     */
    boolean move(String id, Image.Status from, Image.Status to, Instant when);

    /**
     * Ends an image: status {@code to}, and it and everything that hangs on it marked deleted. Its copies are to be
     * removed then; with status {@code pending_delete} it lies in the {@link ImageBin}, and they stay for a while.
     *
     * @return false, with nothing changed, when the stored status is no longer {@code from}
     */
    boolean markGone(String id, Image.Status from, Image.Status to, Instant when);
}
