package io.github.predella.imports;

import io.github.predella.config.Secret;
import io.github.predella.core.Caller;
import io.github.predella.images.Image;
import io.github.predella.images.ImageLimits;
import io.github.predella.images.ImageSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;

/**
 * Imports an image of another region with the caller's token, and with it its formats and those of its properties that
 * the operator lists and the caller may create. They are noted together with the data, so they come with it or not at
 * all.
 */
@ApplicationScoped
public class RemoteDownload implements ImportMethod {

    private RemoteImages remotes;
    private RemoteSettings settings;
    private KeptTokens tokens;
    private FetchReception reception;
    private ImageSettings images;
    private ImageLimits limits;

    /** For the container's proxy only. */
    protected RemoteDownload() {}

    @Inject
    public RemoteDownload(
            RemoteImages remotes,
            RemoteSettings settings,
            KeptTokens tokens,
            FetchReception reception,
            ImageSettings images,
            ImageLimits limits) {
        this.remotes = remotes;
        this.settings = settings;
        this.tokens = tokens;
        this.reception = reception;
        this.images = images;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "glance-download";
    }

    @Override
    public Image.Status from() {
        return Image.Status.QUEUED;
    }

    @Override
    public Image.Status afterFailure() {
        return Image.Status.QUEUED;
    }

    @Override
    public void check(ImportRequest request) {
        remotes.check(RemotePlace.of(request));
    }

    @Override
    public String place(Image image) {
        return tokens.place();
    }

    @Override
    public void submitted(String task, Caller caller, Secret token) {
        tokens.keep(task, caller, token);
    }

    @Override
    public ImportSource fetch(ImportRun run) throws IOException {
        var kept = tokens.take(run.taskId()).orElseThrow(ImportFaults::tokenGone);
        var place = RemotePlace.of(run.request());
        var remote = remotes.show(place, kept.token());
        if (!remote.isActive()) {
            throw ImportFaults.remoteNotActive();
        }
        requireOffered(remote);
        try (var answer = remotes.data(place, kept.token())) {
            var source = reception.receive(run, answer);
            requireSame(source, remote);
            return new RemoteSource(
                    source,
                    before -> remote.describe(
                            before, name -> settings.copies(name) && limits.mayCreate(kept.caller(), name)));
        }
    }

    private void requireOffered(RemoteImage remote) {
        if (!images.diskFormats().contains(remote.diskFormat())
                || !images.containerFormats().contains(remote.containerFormat())) {
            throw ImportFaults.formatNotOffered();
        }
    }

    /** What is not the remote image's data goes again at once. */
    private static void requireSame(ImportSource source, RemoteImage remote) {
        var measured = source.measured().orElseThrow();
        long size = measured.inspection().size();
        if (size != remote.size() || !remote.fits(measured.digests())) {
            source.failed();
            throw size == remote.size() ? ImportFaults.otherThanRemote() : ImportFaults.truncated(remote.size(), size);
        }
    }
}
