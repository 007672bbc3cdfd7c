package io.github.predella.dashboard.create;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.data.UploadSessionService;
import io.github.predella.images.ImageProposals;
import io.github.predella.images.ImageService;
import io.github.predella.imports.ImportHeaders;
import io.github.predella.imports.ImportRequest;
import io.github.predella.imports.ImportService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Makes records for data that is to come; what can be refused is refused before there is a record. */
@ApplicationScoped
public class NewImages {

    private ImageService images;
    private ImageProposals proposals;
    private UploadSessionService uploads;
    private ImportService imports;

    /** For the container's proxy only. */
    protected NewImages() {}

    @Inject
    public NewImages(
            ImageService images, ImageProposals proposals, UploadSessionService uploads, ImportService imports) {
        this.images = images;
        this.proposals = proposals;
        this.uploads = uploads;
        this.imports = imports;
    }

    /**
     * A record for a file that the caller is about to send.
     *
     * @param description the body of the request that makes the image
     * @param bytes of the file
     * @return id of the image
     * @throws Fault as the requests of the API, also when the file would not fit
     */
    String forFile(Caller caller, JsonObject description, long bytes) {
        uploads.rehearse(caller, bytes);
        return images.create(caller, proposals.draft(description)).id();
    }

    /**
     * A record whose data is on its way from then on.
     *
     * @param description as above
     * @param body of the request that imports the data
     * @return id of the image
     * @throws Fault as the requests of the API
     */
    String forImport(Caller caller, JsonObject description, JsonObject body) {
        var request = ImportRequest.of(body);
        imports.check(request);
        String id = images.create(caller, proposals.draft(description)).id();
        imports.submit(caller, id, request, ImportHeaders.NONE);
        return id;
    }

    /** The rule that keeps the caller from making an image of that visibility; empty when none does. */
    String ruleAgainst(Caller caller, String visibility) {
        var draft = proposals.draft(Jsons.object().add("visibility", visibility).build());
        return proposals.ruleAgainst(caller, draft).orElse("");
    }
}
