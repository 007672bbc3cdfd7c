package io.github.predella.imports;

import io.github.predella.core.Fault;
import io.github.predella.fetch.FetchFault;
import io.github.predella.fetch.FetchRequest;
import io.github.predella.fetch.Fetcher;
import io.github.predella.images.Image;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.io.IOException;

/** Imports what an address on the web answers. Where that may lead is decided by the room {@code fetch}. */
@ApplicationScoped
public class WebDownload implements ImportMethod {

    /** On the wire and in the configuration. */
    static final String NAME = "web-download";

    /** Member of the request that holds the address. */
    static final String URI = "uri";

    private Fetcher fetcher;
    private FetchReception reception;

    /** For the container's proxy only. */
    protected WebDownload() {}

    @Inject
    public WebDownload(Fetcher fetcher, FetchReception reception) {
        this.fetcher = fetcher;
        this.reception = reception;
    }

    @Override
    public String name() {
        return NAME;
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
        if (!(request.source().get(URI) instanceof JsonString)) {
            throw ImportFaults.missing(name(), URI);
        }
        try {
            fetcher.check(request.source().getString(URI));
        } catch (FetchFault refusal) {
            throw Fault.invalid(refusal.getMessage());
        }
    }

    @Override
    public ImportSource fetch(ImportRun run) throws IOException {
        String url = run.request().source().getString(URI);
        try (var answer = fetcher.open(url, FetchRequest.whole()).requireData()) {
            return reception.receive(run, answer);
        }
    }
}
