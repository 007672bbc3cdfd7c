package io.github.predella.dashboard;

import io.github.predella.images.ImageAction;
import io.github.predella.images.ImageRights;
import io.github.predella.images.Refusal;
import io.github.predella.images.Refusal.Reason;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;

/** Why somebody may not do something with an image, in their language. */
@RequestScoped
public class RefusalTexts {

    /** What only administrators do as long as nobody changes the rules; others are not bothered with it. */
    private static final Set<String> ADMINISTRATORS =
            Set.of("copy_image", "publicize_image", "restore_image", "delete_image_location");

    private Texts texts;

    /** For the container's proxy only. */
    protected RefusalTexts() {}

    @Inject
    public RefusalTexts(Texts texts) {
        this.texts = texts;
    }

    /** A sentence. */
    public String of(Refusal refusal) {
        return texts.of("states.not." + name(refusal.reason()), said(refusal));
    }

    /** A sentence; empty when the action is allowed. */
    public String of(ImageRights rights, ImageAction action) {
        return rights.refusal(action).map(this::of).orElse("");
    }

    private String said(Refusal refusal) {
        return switch (refusal.reason()) {
            case STATUS -> texts.get("states." + refusal.argument());
            case VISIBILITY -> texts.get("states.visibility." + refusal.argument());
            default -> refusal.argument();
        };
    }

    private static String name(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a page shows an action at all, if only as one that is not open: those of administrators it leaves out. */
    public static boolean isOffered(ImageRights rights, ImageAction action) {
        return rights.refusal(action)
                .filter(refusal -> refusal.reason() == Reason.RULE || refusal.reason() == Reason.NOT_OWNER)
                .filter(refusal -> ADMINISTRATORS.contains(refusal.argument()))
                .isEmpty();
    }
}
