package io.github.predella.dashboard.images;

import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.RefusalTexts;
import io.github.predella.dashboard.Texts;
import io.github.predella.images.Image;
import io.github.predella.images.ImageAction;
import io.github.predella.images.ImageRights;
import io.github.predella.images.ImageService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/**
 * The image that the address names, for all of its pages, and the head that they share. Whatever is asked throws {@link
 * io.github.predella.core.Fault} NOT_FOUND when the image does not exist for the caller; pages ask by {@link #load}
 * before anything is written.
 */
@Named("imageHead")
@RequestScoped
public class ImageHeadBean {

    private CurrentPage page;
    private ActiveCaller active;
    private ImageService images;
    private RefusalTexts refusals;
    private ImageWays ways;
    private Texts texts;
    private Image image;
    private ImageRights rights;

    /** For the container's proxy only. */
    protected ImageHeadBean() {}

    @Inject
    public ImageHeadBean(
            CurrentPage page,
            ActiveCaller active,
            ImageService images,
            RefusalTexts refusals,
            ImageWays ways,
            Texts texts) {
        this.page = page;
        this.active = active;
        this.images = images;
        this.refusals = refusals;
        this.ways = ways;
        this.texts = texts;
    }

    /** Finds the image, so that a page without one is replaced by the one that says so. */
    public void load() {
        getImage();
    }

    /** The image as the caller sees it. */
    public Image getImage() {
        if (image == null) {
            image = images.get(active.caller(), page.value("id"));
        }
        return image;
    }

    /** Its id. */
    public String getId() {
        return getImage().id();
    }

    /** Its name, or what is said where there is none. */
    public String getName() {
        String name = getImage().details().name();
        return name == null || name.isBlank() ? texts.get("images.unnamed") : name;
    }

    /** The sign beside its name. */
    public OsBadge getOs() {
        return OsBadge.of(getImage());
    }

    /** Its tags with links to the images that have them too. */
    public List<Way> getTags() {
        return getImage().details().tags().stream()
                .map(tag -> Way.to(
                        tag,
                        new ListAddress(ListAddress.HOME, Map.of())
                                .with(ListFilter.TAG.key(), tag)
                                .text(),
                        ""))
                .toList();
    }

    /** What somebody has written about it; null when nobody has. */
    public String getDescription() {
        return getImage().details().properties().get("description");
    }

    /** The wire name of its status. */
    public String getStatus() {
        return getImage().status().wireName();
    }

    /** What its pill says. */
    public String getState() {
        return ImageRows.state(getImage());
    }

    /** The wire name of its visibility. */
    public String getVisibility() {
        return getImage().visibility().wireName();
    }

    /** Whether something is under way with its data. */
    public boolean isMoving() {
        return ImageRows.isMoving(getImage());
    }

    /** The address of one of its pages; {@code sub} is empty for the first one, otherwise it begins with a slash. */
    public String address(String sub) {
        return ImageWays.address(getId(), sub);
    }

    /** What can be done with it besides what the head has buttons for. */
    public List<Way> getWays() {
        return ways.more(getImage(), getRights(), address(""));
    }

    /** Whether the page that is shown is that one. */
    public boolean isAt(String sub) {
        return page.getPath().equals(address(sub));
    }

    /** What the caller may do with it. */
    public ImageRights getRights() {
        if (rights == null) {
            rights = images.allowed(active.caller(), List.of(getImage())).get(getId());
        }
        return rights;
    }

    /** Whether the caller may do that; {@code action} by its name. */
    public boolean may(ImageAction action) {
        return getRights().allows(action);
    }

    /** Why the caller may not do that; empty when they may. */
    public String why(ImageAction action) {
        return refusals.of(getRights(), action);
    }

    /** Whether pages show that action at all, if only as one that is not open. */
    public boolean offers(ImageAction action) {
        return RefusalTexts.isOffered(getRights(), action);
    }
}
