package io.github.predella.images;

import java.util.Set;

/**
 * What somebody may not do with custom properties of an image: with those that the operator protects, and with those in
 * which the service keeps its own notes.
 *
 * @param fixed those of the image whose value stays
 * @param kept those of the image that cannot be taken from it
 * @param barred those that it cannot be given
 */
public record PropertyRights(Set<String> fixed, Set<String> kept, Set<String> barred) {

    public PropertyRights {
        fixed = Set.copyOf(fixed);
        kept = Set.copyOf(kept);
        barred = Set.copyOf(barred);
    }
}
