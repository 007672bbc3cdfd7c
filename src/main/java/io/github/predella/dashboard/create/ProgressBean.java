package io.github.predella.dashboard.create;

import io.github.predella.core.Caller;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.images.Image;
import io.github.predella.imports.ImportHeaders;
import io.github.predella.imports.ImportRequest;
import io.github.predella.imports.ImportService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The page that shows how the data of an image comes in, and what can be done when it does not. */
@Named("progress")
@RequestScoped
public class ProgressBean {

    private static final long MIB = 1024 * 1024;

    private ActiveCaller active;
    private CurrentPage page;
    private FacesAnswer answer;
    private Notices notices;
    private StoreChoiceBean stores;
    private NewImageForm form;
    private Arrivals arrivals;
    private ImportService imports;
    private Arrival arrival;

    /** For the container's proxy only. */
    protected ProgressBean() {}

    @Inject
    public ProgressBean(
            ActiveCaller active,
            CurrentPage page,
            FacesAnswer answer,
            Notices notices,
            StoreChoiceBean stores,
            NewImageForm form,
            Arrivals arrivals,
            ImportService imports) {
        this.active = active;
        this.page = page;
        this.answer = answer;
        this.notices = notices;
        this.stores = stores;
        this.form = form;
        this.arrivals = arrivals;
        this.imports = imports;
    }

    /** How far it has come; throws {@link io.github.predella.core.Fault} NOT_FOUND. */
    public Arrival getArrival() {
        if (arrival == null) {
            arrival = arrivals.of(caller(), page.value("id"));
        }
        return arrival;
    }

    public Image getImage() {
        return getArrival().image();
    }

    /** How far what is moving now has come, in whole percent; -1 when nobody knows. */
    public long getPercent() {
        var progress = getArrival().progress();
        return progress == null ? -1 : progress.percent().orElse(-1);
    }

    /** Bytes that have been moved by now; -1 when nobody knows. */
    public long getMoved() {
        var progress = getArrival().progress();
        return progress == null ? -1 : progress.moved() * MIB;
    }

    /** The store that the data is on its way to; null when it is on its way to the staging area, or nothing moves. */
    public String getStore() {
        var progress = getArrival().progress();
        return progress == null ? null : progress.store().orElse(null);
    }

    /** Fetches the data from the address in the form. */
    public void fetch() {
        var request = ImportRequest.of(form.webImport(stores.isOpen()));
        imports.check(request);
        submit(request);
        notices.done("create.progress.begun");
        again();
    }

    /** Imports data that is staged. */
    public void importStaged() {
        submit(ImportRequest.of(form.stagedImport(stores.isOpen())));
        notices.done("create.progress.begun");
        again();
    }

    private void submit(ImportRequest request) {
        imports.submit(caller(), page.value("id"), request, ImportHeaders.NONE);
    }

    /** Brings the data to the store that the form names, which has failed before. */
    public void retry() {
        String store = page.query("store");
        imports.retry(caller(), page.value("id"), store);
        notices.done("create.progress.retried", store);
        again();
    }

    /** Ends the import that is at work. */
    public void cancel() {
        imports.cancel(caller(), page.value("id"));
        notices.done("create.progress.cancelling");
        again();
    }

    private Caller caller() {
        return active.caller();
    }

    private void again() {
        answer.redirect(page.getPath());
    }
}
