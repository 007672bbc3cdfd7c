package io.github.predella.dashboard.create;

import io.github.predella.core.Fault;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.data.UploadSessionService;
import io.github.predella.images.ImportOffer;
import io.github.predella.quota.Limit;
import io.github.predella.quota.UsageService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Where the data of an image can come from, and how much of it. */
@Named("source")
@RequestScoped
public class SourceBean {

    private static final String IMPORT = "web-download";
    private static final long MIB = 1024 * 1024;

    private ActiveCaller active;
    private CurrentPage page;
    private NewImageForm form;
    private UploadSessionService uploads;
    private ImportOffer offer;
    private UsageService usage;

    /** For the container's proxy only. */
    protected SourceBean() {}

    @Inject
    public SourceBean(
            ActiveCaller active,
            CurrentPage page,
            NewImageForm form,
            UploadSessionService uploads,
            ImportOffer offer,
            UsageService usage) {
        this.active = active;
        this.page = page;
        this.form = form;
        this.uploads = uploads;
        this.offer = offer;
        this.usage = usage;
    }

    /** Whether the data comes from an address rather than from a file. */
    public boolean isAddress() {
        return isAddressOffered() && (!isFileOffered() || "import".equals(page.query("method")));
    }

    public boolean isFileOffered() {
        return uploads.isOffered();
    }

    public boolean isAddressOffered() {
        return offer.methods().contains(IMPORT);
    }

    /** Bytes that one image may have at most. */
    public long getMost() {
        return uploads.maxLength();
    }

    /** Bytes for which the project still has room; null when nobody has set a limit. */
    public Long getLeft() {
        var left = usage.of(active.getProjectId()).stream()
                .filter(line -> line.limit() == Limit.IMAGE_SIZE_TOTAL || line.limit() == Limit.IMAGE_STAGE_TOTAL)
                .filter(line -> line.allowed() >= 0)
                .mapToLong(line -> Math.max(0, line.allowed() - line.used()))
                .min();
        return left.isPresent() ? Long.valueOf(left.getAsLong() * MIB) : null;
    }

    /** Why a file of the size that the page is asked about would be refused; null when it would not be. */
    public String getRefusal() {
        if (form.isSent() || page.query("bytes") == null) {
            return null;
        }
        try {
            uploads.rehearse(active.caller(), form.getBytes());
            return null;
        } catch (Fault refusal) {
            return refusal.getMessage();
        }
    }
}
