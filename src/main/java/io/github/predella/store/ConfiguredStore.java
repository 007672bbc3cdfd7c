package io.github.predella.store;

/**
 * A store in use: what was configured together with the thing itself.
 *
 * @param id the configured id
 * @param type the driver
 * @param description what the operator wrote, null when nothing
 * @param weight the higher, the sooner it is read from
 * @param writable whether it takes new objects
 * @param isDefault whether it takes them when nobody chooses
 * @param store the store
 */
public record ConfiguredStore(
        String id,
        String type,
        String description,
        int weight,
        boolean writable,
        boolean isDefault,
        ObjectStore store) {}
