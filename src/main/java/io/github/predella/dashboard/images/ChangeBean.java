package io.github.predella.dashboard.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.dashboard.RefusalTexts;
import io.github.predella.dashboard.Texts;
import io.github.predella.images.DeletionService;
import io.github.predella.images.Image;
import io.github.predella.images.Image.Visibility;
import io.github.predella.images.ImagePatch;
import io.github.predella.images.ImagePatch.Verb;
import io.github.predella.images.ImageService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of one or several images: shows beforehand which of them will change and which cannot, and why, and does it
 * when that is confirmed.
 */
@Named("imageChange")
@RequestScoped
public class ChangeBean {

    /** How many images are changed at once; the rest is left out. */
    private static final int MOST = 100;

    /** Beyond how many images their number has to be typed before they are deleted. */
    private static final int UNTYPED = 5;

    private static final String NAME_OF_TAG = "tag";

    private CurrentPage page;
    private ActiveCaller active;
    private ImageService images;
    private DeletionService deletions;
    private RefusalTexts refusals;
    private FacesAnswer answer;
    private Notices notices;
    private Texts texts;
    private List<Affected> affected;
    private String typed;
    private String tag;

    /** For the container's proxy only. */
    protected ChangeBean() {}

    @Inject
    public ChangeBean(
            CurrentPage page,
            ActiveCaller active,
            ImageService images,
            DeletionService deletions,
            RefusalTexts refusals,
            FacesAnswer answer,
            Notices notices,
            Texts texts) {
        this.page = page;
        this.active = active;
        this.images = images;
        this.deletions = deletions;
        this.refusals = refusals;
        this.answer = answer;
        this.notices = notices;
        this.texts = texts;
    }

    /** An image that is meant, and why it cannot change; {@code reason} is empty when it can. */
    public record Affected(Image image, String reason) {}

    /** Looks at what is meant; throws {@link Fault} NOT_FOUND for a change that there is not. */
    public void load() {
        change();
        getAffected();
    }

    private Change change() {
        return Change.of(page.query(ChangeAddress.CHANGE))
                .orElseThrow(() -> new Fault(Fault.Kind.NOT_FOUND, texts.get("images.change.unknown")));
    }

    /** The name of the change. */
    public String getKey() {
        return change().key();
    }

    public boolean isWithTag() {
        return change().wantsTag();
    }

    public boolean isDeletion() {
        return change() == Change.DELETE;
    }

    /** The images that are meant; those that are gone, or not for the caller, are left out. */
    public List<Affected> getAffected() {
        if (affected == null) {
            var caller = active.caller();
            var found = new ArrayList<Image>();
            page.queries(ChangeAddress.ID).stream().distinct().limit(MOST).forEach(id -> find(caller, id, found));
            var rights = images.allowed(caller, found);
            affected = found.stream()
                    .map(image -> new Affected(image, refusals.of(rights.get(image.id()), change().action())))
                    .toList();
        }
        return affected;
    }

    private void find(Caller caller, String id, List<Image> found) {
        try {
            found.add(images.get(caller, id));
        } catch (Fault fault) {
            if (fault.kind() != Fault.Kind.NOT_FOUND) {
                throw fault;
            }
        }
    }

    private List<Image> open() {
        return getAffected().stream()
                .filter(one -> one.reason().isEmpty())
                .map(Affected::image)
                .toList();
    }

    /** How many images will change. */
    public int getOpenCount() {
        return open().size();
    }

    /** How many images are meant. */
    public int getCount() {
        return getAffected().size();
    }

    /** Whether the number of images has to be typed. */
    public boolean isToBeTyped() {
        return isDeletion() && getOpenCount() > UNTYPED;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }

    public String getTag() {
        return tag == null ? page.query(NAME_OF_TAG) : tag;
    }

    public void setTag(String tag) {
        this.tag = tag;
    }

    /** Where the way back leads. */
    public String getBack() {
        String back = ChangeAddress.back(page.query(ChangeAddress.BACK));
        boolean leadsToDeleted = isDeletion() && getAffected().stream().anyMatch(one -> isPageOf(one.image(), back));
        return leadsToDeleted ? ChangeAddress.back(null) : back;
    }

    /** Where somebody comes from who does not want it after all. */
    public String getWayOut() {
        return ChangeAddress.back(page.query(ChangeAddress.BACK));
    }

    private static boolean isPageOf(Image image, String address) {
        return address.startsWith(ImageWays.address(image.id(), ""));
    }

    /** Does it, image by image, and tells what became of it. */
    public void apply() {
        var open = open();
        if (isToBeTyped() && !String.valueOf(open.size()).equals(typed == null ? null : typed.strip())) {
            throw Fault.invalid(texts.of("images.change.type", open.size()));
        }
        var caller = active.caller();
        String firstRefusal = null;
        int done = 0;
        for (Image image : open) {
            try {
                apply(caller, image.id());
                done++;
            } catch (Fault fault) {
                firstRefusal = firstRefusal == null ? fault.getMessage() : firstRefusal;
            }
        }
        if (firstRefusal == null) {
            notices.done("images.changed", String.valueOf(done));
        } else {
            notices.failed("images.changed-partly", String.valueOf(done), String.valueOf(open.size()), firstRefusal);
        }
        answer.redirect(getBack());
    }

    private void apply(Caller caller, String id) {
        switch (change()) {
            case TAG -> images.addTag(caller, id, tag());
            case UNTAG -> images.removeTag(caller, id, tag());
            case MAKE_PRIVATE -> makeVisible(caller, id, Visibility.PRIVATE);
            case MAKE_SHARED -> makeVisible(caller, id, Visibility.SHARED);
            case COMMUNITIZE -> makeVisible(caller, id, Visibility.COMMUNITY);
            case PUBLISH -> makeVisible(caller, id, Visibility.PUBLIC);
            case HIDE -> set(caller, id, "os_hidden", JsonValue.TRUE);
            case UNHIDE -> set(caller, id, "os_hidden", JsonValue.FALSE);
            case PROTECT -> set(caller, id, "protected", JsonValue.TRUE);
            case UNPROTECT -> set(caller, id, "protected", JsonValue.FALSE);
            case DEACTIVATE -> images.deactivate(caller, id);
            case REACTIVATE -> images.reactivate(caller, id);
            case DELETE -> deletions.delete(caller, id);
        }
    }

    private String tag() {
        return tag == null ? "" : tag.strip();
    }

    private void makeVisible(Caller caller, String id, Visibility visibility) {
        set(caller, id, "visibility", Jsons.text(visibility.wireName()));
    }

    private void set(Caller caller, String id, String attribute, JsonValue value) {
        images.patch(caller, id, ImagePatch.of(Verb.REPLACE, attribute, value));
    }
}
