package io.github.predella.images;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody may do with one image. Nothing is said about quotas, which are asked when something is done.
 *
 * @param refusals why not, for each action that is not allowed
 */
public record ImageRights(Map<ImageAction, Refusal> refusals) {

    public ImageRights {
        var copy = new EnumMap<ImageAction, Refusal>(ImageAction.class);
        copy.putAll(refusals);
        refusals = Collections.unmodifiableMap(copy);
    }

    public boolean allows(ImageAction action) {
        return !refusals.containsKey(action);
    }

    /** Why not; empty when the action is allowed. */
    public Optional<Refusal> refusal(ImageAction action) {
        return Optional.ofNullable(refusals.get(action));
    }
}
