package io.github.predella.dashboard.metadata;

import io.github.predella.core.Fault;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.dashboard.Texts;
import io.github.predella.images.Image;
import io.github.predella.images.ImageService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;

/** Stores what was changed in a form, nothing else, and only on the image as the person knows it. */
@RequestScoped
public class Changes {

    private ImageService images;
    private ActiveCaller active;
    private FacesAnswer answer;
    private Notices notices;
    private Texts texts;

    /** For the container's proxy only. */
    protected Changes() {}

    @Inject
    public Changes(ImageService images, ActiveCaller active, FacesAnswer answer, Notices notices, Texts texts) {
        this.images = images;
        this.active = active;
        this.answer = answer;
        this.notices = notices;
        this.texts = texts;
    }

    /** The image as it is now; throws {@link Fault} NOT_FOUND when it does not exist for the caller. */
    Image image(String id) {
        return images.get(active.caller(), id);
    }

    /**
     * Stores the changes and leads to an address, or says that there are none.
     *
     * @param three without conflicts
     * @param values how the values are read from an image
     * @throws Fault as {@link ImageService#patch}; CONFLICT when the values have just been changed once more
     */
    void store(String id, ThreeWay three, Function<Image, Map<String, String>> values, String address) {
        var patch = ValueTexts.patch(three.theirs(), three.merged());
        int count = patch.operations().size();
        if (count == 0) {
            answer.complain(texts.get("metadata.nothing-changed"));
            return;
        }
        images.patch(active.caller(), id, patch, image -> values.apply(image).equals(three.theirs()));
        if (three.foreign().isEmpty()) {
            notices.done("metadata.saved", String.valueOf(count));
        } else {
            notices.done("metadata.saved-beside", String.valueOf(count), String.join(", ", three.foreign()));
        }
        answer.redirect(address);
    }
}
