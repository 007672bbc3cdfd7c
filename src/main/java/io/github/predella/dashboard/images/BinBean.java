package io.github.predella.dashboard.images;

import io.github.predella.core.Page;
import io.github.predella.core.PageRequest;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.dashboard.Texts;
import io.github.predella.images.DeletionSettings;
import io.github.predella.images.DisposalService;
import io.github.predella.images.DisposalService.Kept;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;

/** Deleted images that can still come back. */
@Named("imageBin")
@RequestScoped
public class BinBean {

    private static final int ROWS = 25;
    private static final String ALL = "all";

    private CurrentPage page;
    private ActiveCaller active;
    private DisposalService disposals;
    private DeletionSettings settings;
    private FacesAnswer answer;
    private Notices notices;
    private Texts texts;
    private Clock clock;
    private Page<Kept> found;

    /** For the container's proxy only. */
    protected BinBean() {}

    @Inject
    public BinBean(
            CurrentPage page,
            ActiveCaller active,
            DisposalService disposals,
            DeletionSettings settings,
            FacesAnswer answer,
            Notices notices,
            Texts texts,
            Clock clock) {
        this.page = page;
        this.active = active;
        this.disposals = disposals;
        this.settings = settings;
        this.answer = answer;
        this.notices = notices;
        this.texts = texts;
        this.clock = clock;
    }

    /** Whether deleted images are kept for a while here. */
    public boolean isOn() {
        return settings.delayed();
    }

    /** Finds the page. */
    public void load() {
        getFound();
    }

    /** What lies in the bin and may come back for the caller, last deleted first. */
    public Page<Kept> getFound() {
        if (found == null) {
            String before = page.query("before");
            var wanted = before != null ? PageRequest.before(ROWS, before) : new PageRequest(ROWS, page.query("after"));
            found = disposals.kept(active.caller(), isEverywhere(), wanted);
        }
        return found;
    }

    /** Whether the images of all projects are shown. */
    public boolean isEverywhere() {
        return ALL.equals(page.query("of")) && active.isAdministrator();
    }

    /** The same for all projects, or for the caller's again. */
    public String getOther() {
        return "/dashboard/bin" + (isEverywhere() ? "" : "?of=" + ALL);
    }

    /** How long an image's data is kept still, in its largest unit. */
    public String left(Kept kept) {
        var left = Duration.between(clock.instant(), kept.keptUntil());
        if (left.isNegative() || left.toMinutes() < 1) {
            return texts.get("images.bin.soon");
        }
        if (left.toHours() < 1) {
            return texts.of("images.bin.minutes", left.toMinutes());
        }
        return left.toDays() < 1
                ? texts.of("images.bin.hours", left.toHours())
                : texts.of("images.bin.days", left.toDays());
    }

    /** The page behind this one; null when there is none. */
    public String getNext() {
        var items = getFound().items();
        return items.isEmpty() || (!getFound().full() && page.query("before") == null)
                ? null
                : address("after", items.get(items.size() - 1).image().id());
    }

    /** The page before this one; null when this is the first. */
    public String getPrevious() {
        var items = getFound().items();
        boolean first = page.query("after") == null
                && (page.query("before") == null || !getFound().full());
        return first || items.isEmpty()
                ? null
                : address("before", items.get(0).image().id());
    }

    private String address(String name, String id) {
        return "/dashboard/bin?" + (isEverywhere() ? "of=" + ALL + "&" : "") + name + "=" + id;
    }

    /** Takes the deletion of an image back. */
    public void restore(String id) {
        disposals.restore(active.caller(), id);
        notices.done("images.restored", id);
        answer.redirect(ImageWays.address(id, ""));
    }
}
