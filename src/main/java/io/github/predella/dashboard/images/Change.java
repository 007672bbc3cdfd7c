package io.github.predella.dashboard.images;

import io.github.predella.images.ImageAction;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done with several images at once. */
enum Change {
    TAG(ImageAction.EDIT),
    UNTAG(ImageAction.EDIT),
    MAKE_PRIVATE(ImageAction.MAKE_PRIVATE),
    MAKE_SHARED(ImageAction.MAKE_SHARED),
    COMMUNITIZE(ImageAction.COMMUNITIZE),
    PUBLISH(ImageAction.PUBLISH),
    HIDE(ImageAction.HIDE),
    UNHIDE(ImageAction.UNHIDE),
    PROTECT(ImageAction.PROTECT),
    UNPROTECT(ImageAction.UNPROTECT),
    DEACTIVATE(ImageAction.DEACTIVATE),
    REACTIVATE(ImageAction.REACTIVATE),
    DELETE(ImageAction.DELETE);

    private final ImageAction action;

    Change(ImageAction action) {
        this.action = action;
    }

    /** What somebody has to be allowed to do for it. */
    ImageAction action() {
        return action;
    }

    /** Its name in addresses and texts. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a tag has to be said for it. */
    boolean wantsTag() {
        return this == TAG || this == UNTAG;
    }

    /** The change of a name in an address. */
    static Optional<Change> of(String name) {
        return Arrays.stream(values())
                .filter(change -> change.key().equals(name))
                .findFirst();
    }
}
