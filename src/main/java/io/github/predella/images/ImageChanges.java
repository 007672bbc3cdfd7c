package io.github.predella.images;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has moved in the stored ledger of late. Every method wants a running transaction of the caller's and joins it. */
public interface ImageChanges {

    /**
     * An image that was made, changed or ended.
     *
     * @param id the image
     * @param at when it was, as stored: some databases hold whole seconds only
     */
    record Moment(String id, Instant at) {}

    /**
     * The images whose last change was in a stretch of time, oldest change first.
     *
     * @param from the first moment
     * @param to the moment behind the last
     * @param most how many are told at most
     */
    List<Moment> between(Instant from, Instant to, int most);

    /** These images as far as there are any, also those that are gone, in any order. */
    List<Image> read(Collection<String> ids);

    /** The projects with which each of the images is shared; an image that is shared with none is missing. */
    Map<String, Set<String>> members(Collection<String> ids);

    /** How many offers of images wait for the answer of each of the projects; one without any is missing. */
    Map<String, Long> offers(Collection<String> projects);
}
