package io.github.predella.dashboard.create;

import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.data.UploadSession;
import io.github.predella.data.UploadSessionService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** The uploads that somebody has begun, from whatever browser, and not finished. */
@Named("uploads")
@RequestScoped
public class UploadsBean {

    private ActiveCaller active;
    private CurrentPage page;
    private FacesAnswer answer;
    private Notices notices;
    private Arrivals arrivals;
    private UploadSessionService uploads;
    private List<Arrivals.Unfinished> all;

    /** For the container's proxy only. */
    protected UploadsBean() {}

    @Inject
    public UploadsBean(
            ActiveCaller active,
            CurrentPage page,
            FacesAnswer answer,
            Notices notices,
            Arrivals arrivals,
            UploadSessionService uploads) {
        this.active = active;
        this.page = page;
        this.answer = answer;
        this.notices = notices;
        this.arrivals = arrivals;
        this.uploads = uploads;
    }

    public List<Arrivals.Unfinished> getAll() {
        if (all == null) {
            all = arrivals.unfinished(active.caller());
        }
        return all;
    }

    /** When an upload is given up if nothing more comes. */
    public Instant expires(UploadSession session) {
        return uploads.expires(session);
    }

    /** Gives the upload up that the form names; its image waits for data again. */
    public void giveUp() {
        uploads.cancel(active.caller(), page.query("image"), page.query("upload"));
        notices.done("create.uploads.given-up");
        answer.redirect(page.getPath());
    }
}
