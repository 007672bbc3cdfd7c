package io.github.predella.cache;

import io.github.predella.core.Fault;

/** Every refusal about the cache in one place. */
public final class CacheFaults {

    private CacheFaults() {}

    public static Fault switchedOff() {
        return Fault.notFound("Caching via API is not supported at this site.");
    }

    public static Fault notActive(String imageId) {
        return Fault.invalid("Image " + imageId + " is not active and cannot be cached.");
    }

    public static Fault unknownTarget(String target) {
        return Fault.invalid("The header x-image-cache-clear-target says cache or queue, or nothing for both; not '"
                + target + "'.");
    }

    public static Fault noOlderRoutes() {
        return Fault.notFound("The resource could not be found.");
    }
}
