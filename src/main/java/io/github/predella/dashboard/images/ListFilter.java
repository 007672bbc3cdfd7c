package io.github.predella.dashboard.images;

import io.github.predella.images.ImageFacets.Facet;
import io.github.predella.images.ImageQuery.Field;
import io.github.predella.images.ImageQuery.Filter;
import io.github.predella.images.ImageQuery.HasProperty;
import io.github.predella.images.ImageQuery.HasTag;
import io.github.predella.images.ImageQuery.InStore;
import io.github.predella.images.ImageQuery.TextIs;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the list of images can be narrowed by, one value each. */
enum ListFilter {
    STATUS(Facet.STATUS),
    FORMAT(Facet.DISK_FORMAT),
    OS(Facet.OS_DISTRO),
    STORE(Facet.STORE),
    TAG(Facet.TAG),
    VISIBILITY(Facet.VISIBILITY);

    private final Facet facet;

    ListFilter(Facet facet) {
        this.facet = facet;
    }

    /** Its name in addresses and texts. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its values are counted by. */
    Facet facet() {
        return facet;
    }

    /** The condition for a value; none for the visibility, which a list has by its audience. */
    Optional<Filter> condition(String value) {
        return Optional.ofNullable(
                switch (this) {
                    case STATUS -> new TextIs(Field.STATUS, value);
                    case FORMAT -> new TextIs(Field.DISK_FORMAT, value);
                    case OS -> new HasProperty("os_distro", value);
                    case STORE -> new InStore(List.of(value));
                    case TAG -> new HasTag(value);
                    case VISIBILITY -> null;
                });
    }
}
