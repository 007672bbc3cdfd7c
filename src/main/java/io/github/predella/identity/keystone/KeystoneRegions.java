package io.github.predella.identity.keystone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Where the image services of regions are, as the catalogue says that comes with this service's own token. */
@ApplicationScoped
public class KeystoneRegions {

    private static final String TYPE = "image";

    private KeystoneClient keystone;

    /** For the container's proxy only. */
    protected KeystoneRegions() {}

    @Inject
    public KeystoneRegions(Keystones keystones) {
        this.keystone = keystones.forTokens();
    }

    /**
     * The address of a region's image service.
     *
     * @param region its id, in whatever letter case
     * @param side the name of the interface
     * @return without a version and without a slash at the end; empty when there is none
     * @throws io.github.predella.core.Fault UNAVAILABLE when Keystone does not answer
     */
    public Optional<String> imageService(String region, String side) {
        return keystone.catalogue().address(TYPE, region, side);
    }
}
