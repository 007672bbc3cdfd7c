package io.github.predella.imports;

import java.util.Optional;

/** Where the image services of regions are, as the catalogue of the identity service tells. Safe for any thread. */
@FunctionalInterface
public interface ImageRegions {

    /**
     * The address of a region's image service.
     *
     * @param region its id, in whatever letter case
     * @param side for whom the address is: {@code public}, {@code internal} or {@code admin}
     * @return without a version and without a slash at the end; empty when the catalogue has none
     */
    Optional<String> address(String region, String side);
}
