package io.github.predella.dashboard.images;

import io.github.predella.images.Image;
import java.util.List;

/**
 * An image in a list.
 *
 * @param image as the caller sees it
 * @param state key of the pill that tells its state, {@link ImageRows#state}
 * @param name what stands for its name
 * @param os the sign beside its name
 * @param tags the first of its tags
 * @param moving whether something is under way with its data
 * @param percent how far that has come; null when it is not known
 * @param said what its latest task says, where something is under way or has failed; empty otherwise
 * @param next what somebody does now who can; null when there is nothing to be done
 * @param visibility in words
 * @param stores in words
 * @param ways what can be done with it
 */
public record ImageRow(
        Image image,
        String state,
        String name,
        OsBadge os,
        List<String> tags,
        boolean moving,
        Integer percent,
        String said,
        Way next,
        String visibility,
        String stores,
        List<Way> ways) {

    public ImageRow {
        tags = List.copyOf(tags);
        ways = List.copyOf(ways);
    }
}
