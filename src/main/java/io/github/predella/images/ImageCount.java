package io.github.predella.images;

/**
 * How many images there are, as far as somebody has counted.
 *
 * @param number at least 0
 * @param more whether there are more than that
 */
public record ImageCount(int number, boolean more) {

    /**
     * What was counted.
     *
     * @param found how many were found by who stops one behind the most that is counted
     */
    public static ImageCount of(int found, int atMost) {
        return new ImageCount(Math.min(found, atMost), found > atMost);
    }
}
