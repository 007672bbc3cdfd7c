package io.github.predella.dashboard.images;

import io.github.predella.images.Image.Visibility;
import io.github.predella.images.ImageQuery.Audience;
import io.github.predella.images.ImageQuery.Reach;
import io.github.predella.images.Member;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of the list of images. */
enum ListTab {
    /** Those of the caller's project. */
    MINE,
    /** Those that were offered to it and that it has accepted. */
    SHARED,
    PUBLIC,
    COMMUNITY,
    /** Whatever the caller can find; for administrators those of all projects. */
    ALL,
    /** Those that lists leave out. */
    HIDDEN;

    /** What everybody's list shows as its parts, and what the list of all projects does. */
    static List<ListTab> shown(boolean everywhere) {
        return everywhere ? List.of(ALL, HIDDEN) : List.of(MINE, SHARED, PUBLIC, COMMUNITY, HIDDEN);
    }

    /** The tab of a name in an address. */
    static Optional<ListTab> of(String name) {
        return Arrays.stream(values()).filter(tab -> tab.key().equals(name)).findFirst();
    }

    /** Its name in addresses and texts. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isHidden() {
        return this == HIDDEN;
    }

    /** Whether images of different visibilities stand here. */
    boolean isMixed() {
        return this == MINE || this == ALL || this == HIDDEN;
    }

    /**
     * Which images stand here.
     *
     * @param visibility only those; null for all, and where it is given by the tab itself
     * @param everywhere whether the list is that of all projects
     */
    Audience audience(Visibility visibility, boolean everywhere) {
        return switch (this) {
            case MINE -> new Audience(visibility, visibility == null, null, Reach.OWN);
            case SHARED -> Audience.offered(Member.Status.ACCEPTED);
            case PUBLIC -> Audience.of(Visibility.PUBLIC);
            case COMMUNITY -> Audience.of(Visibility.COMMUNITY);
            case ALL -> visibility == null ? Audience.everybody() : Audience.of(visibility);
            case HIDDEN -> (everywhere ? ALL : MINE).audience(visibility, everywhere);
        };
    }
}
