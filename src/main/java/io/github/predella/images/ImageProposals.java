package io.github.predella.images;

import io.github.predella.core.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;

/** What the rules say about images that do not exist yet. */
@ApplicationScoped
public class ImageProposals {

    private ImageAccess access;
    private ImageSchema schema;

    /** For the container's proxy only. */
    protected ImageProposals() {}

    @Inject
    public ImageProposals(ImageAccess access, ImageSchema schema) {
        this.access = access;
        this.schema = schema;
    }

    /** The draft in the body of a creation; throws {@link io.github.predella.core.Fault} as {@link ImageDraft#of}. */
    public ImageDraft draft(JsonObject body) {
        return ImageDraft.of(body, schema);
    }

    /** The name of the first rule that keeps the caller from making such an image; empty when none does. */
    public Optional<String> ruleAgainst(Caller caller, ImageDraft draft) {
        var wanted = ImageRules.permissionFor(draft.details().visibility());
        if (caller.readOnly() || !access.allowsProposed(caller, ImagePermission.ADD_IMAGE, draft)) {
            return Optional.of(ImagePermission.ADD_IMAGE.rule());
        }
        return wanted == null || access.allowsProposed(caller, wanted, draft)
                ? Optional.empty()
                : Optional.of(wanted.rule());
    }
}
