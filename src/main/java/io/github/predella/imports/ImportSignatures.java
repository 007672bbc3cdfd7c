package io.github.predella.imports;

import io.github.predella.config.Secret;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.data.DigestExecutor;
import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.flow.Digests;
import io.github.predella.images.Image;
import io.github.predella.images.ImportRecordService;
import io.github.predella.signatures.SignatureCheck;
import io.github.predella.signatures.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HexFormat;

/**
 * Keeps data from stores that is not what was signed. It is looked at once, as the plugins leave it, since that is what
 * will be downloaded. The certificate is fetched when the import is asked for, as the token is there only then.
 */
@ApplicationScoped
public class ImportSignatures {

    private ImportRecordService ledger;
    private Signatures signatures;
    private DigestExecutor digesters;
    private ImportPump pumps;

    /** For the container's proxy only. */
    protected ImportSignatures() {}

    @Inject
    public ImportSignatures(
            ImportRecordService ledger, Signatures signatures, DigestExecutor digesters, ImportPump pumps) {
        this.ledger = ledger;
        this.signatures = signatures;
        this.digesters = digesters;
        this.pumps = pumps;
    }

    /**
     * What comes with a request, with the signer's certificate if the image is signed and gets its data now.
     *
     * @param store the store that is named there, or null
     * @param token of the caller, or null
     * @throws Fault INVALID for a signature that cannot count, UNAVAILABLE when that cannot be found out now, and those
     *     for who cannot see the image
     */
    public ImportHeaders headers(Caller caller, String imageId, String store, Secret token) {
        var image = ledger.find(caller, imageId);
        boolean waiting = image.status() == Image.Status.QUEUED || image.status() == Image.Status.UPLOADING;
        var certificate = waiting
                ? signatures
                        .expected(image.details().properties(), token)
                        .map(SignatureCheck::certificate)
                        .orElse(null)
                : null;
        return new ImportHeaders(store, token, certificate);
    }

    /**
     * Insists that the data is what was signed, if the image is signed.
     *
     * @param image with the properties that it will have
     * @throws Fault as {@link #headers}, and INVALID for other data
     */
    void require(ImportRun run, Image image, ImportSource source) throws IOException {
        var measured = source.measured();
        if (measured.isEmpty()) {
            // Copies of data that was looked at when it came are held against its digest.
            return;
        }
        var signature = signatures.noted(image.details().properties(), run.certificate());
        if (signature.isPresent()) {
            var check = signature.get();
            check.require(digest(run, source, measured.get(), check.algorithm()));
        }
    }

    /** The usual digest is there already; for another one the data is read once more. */
    private byte[] digest(ImportRun run, ImportSource source, ImportSource.Measured measured, DigestAlgorithm algorithm)
            throws IOException {
        if (measured.digests().algorithm().equals(algorithm.name())) {
            return HexFormat.of().parseHex(measured.digests().value());
        }
        try (var data = source.open();
                var digests = Digests.on(digesters, algorithm)) {
            pumps.of(run, mib -> "Read " + mib + " MiB to verify the signature").run(data, digests);
            return digests.value(algorithm);
        }
    }
}
