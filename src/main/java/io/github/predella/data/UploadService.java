package io.github.predella.data;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.flow.ByteStage;
import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.flow.Digests;
import io.github.predella.flow.GrowingLimit;
import io.github.predella.flow.Pipeline;
import io.github.predella.flow.ProgressMeter;
import io.github.predella.flow.Pump;
import io.github.predella.flow.SizeLimit;
import io.github.predella.format.FormatWatch;
import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ImageNotices;
import io.github.predella.images.UploadLedger;
import io.github.predella.quota.Room;
import io.github.predella.signatures.SignatureCheck;
import io.github.predella.signatures.Signatures;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.ObjectName;
import io.github.predella.store.ObjectWriter;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoreRegistry;
import io.github.predella.store.StoredObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Receives the data of an image. Until the very end nothing of it can be seen; whatever goes wrong on the way, nothing
 * of it stays, and the image waits for data again.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class UploadService {

    private static final Logger LOG = Logger.getLogger(UploadService.class.getName());

    /** How often a running upload looks whether its image still is there; a deleted one ends it. */
    private static final Duration LOOK_ROUND = Duration.ofSeconds(5);

    private UploadLedger ledger;
    private StoreRegistry stores;
    private DataSettings settings;
    private ContentRule rule;
    private Signatures signatures;
    private DigestExecutor digesters;
    private ImageNotices notices;
    private Clock clock;

    /** For the container's proxy only. */
    protected UploadService() {}

    @Inject
    public UploadService(
            UploadLedger ledger,
            StoreRegistry stores,
            DataSettings settings,
            ContentRule rule,
            Signatures signatures,
            DigestExecutor digesters,
            ImageNotices notices,
            Clock clock) {
        this.ledger = ledger;
        this.stores = stores;
        this.settings = settings;
        this.rule = rule;
        this.signatures = signatures;
        this.digesters = digesters;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Receives everything that the stream has and makes the image active.
     *
     * @param body read to its end on success; left where it stands when the upload is refused
     * @throws Fault as images-api lists them for {@code PUT …/file}
     */
    public void upload(Caller caller, String id, UploadRequest request, InputStream body) {
        var store = chosen(request.store());
        long announced = request.announcedSize().orElse(0);
        if (announced > settings.sizeCap()) {
            throw DataFaults.overSizeCap(settings.sizeCap());
        }
        var begun = ledger.begin(caller, id, store.id(), announced);
        boolean finished = false;
        try {
            receive(begun, store, request, body);
            finished = true;
        } catch (StoreFault fault) {
            LOG.log(Level.WARNING, fault, () -> "upload of image " + id + " failed");
            throw told(id, fault.toFault());
        } catch (IOException cut) {
            LOG.log(Level.FINE, cut, () -> "upload of image " + id + " was cut short");
            throw told(id, DataFaults.cutShort());
        } catch (Fault refusal) {
            throw told(id, refusal);
        } finally {
            if (!finished) {
                ledger.abandon(id);
            }
        }
    }

    private Fault told(String id, Fault reason) {
        notices.uploadFailed(id, reason.getMessage());
        return reason;
    }

    private ConfiguredStore chosen(String id) {
        if (id == null || id.isEmpty()) {
            return stores.standard();
        }
        var store = stores.byId(id).filter(found -> stores.multiStore()).orElseThrow(() -> DataFaults.unknownStore(id));
        if (!store.writable()) {
            throw DataFaults.readOnlyStore(id);
        }
        return store;
    }

    private void receive(UploadLedger.Begun begun, ConfiguredStore store, UploadRequest request, InputStream body)
            throws IOException {
        var image = begun.image();
        var signature = signatures.expected(image.details().properties(), request.token());
        StoredObject stored;
        ImageContent content;
        try (var digests = Digests.on(digesters, new DigestAlgorithm(settings.hashAlgorithm()), signed(signature));
                var watch = new FormatWatch();
                ObjectWriter writer = store.store().create(new ObjectName(image.id()), request.announcedSize())) {
            var stages = Pipeline.of(
                    new SizeLimit(settings.sizeCap(), () -> DataFaults.overSizeCap(settings.sizeCap())),
                    limit(image.id(), begun.room()),
                    digests,
                    watch,
                    writer);
            long size = pump(image).run(body, stages);
            Long virtualSize = rule.virtualSize(image, watch.inspection());
            signature.ifPresent(check -> check.require(digests.value(check.algorithm())));
            var values = digests.values();
            content = new ImageContent(size, virtualSize, values.checksum(), values.algorithm(), values.value());
            stored = writer.commit();
        }
        publish(image, content, stored, store);
    }

    private static List<DigestAlgorithm> signed(Optional<SignatureCheck> signature) {
        return signature.map(SignatureCheck::algorithm).stream().toList();
    }

    private ByteStage limit(String id, Room room) {
        return room.extendable()
                ? new GrowingLimit(room.bytes(), wanted -> ledger.extend(id, wanted)
                        .orElseThrow(() -> DataFaults.deletedMeanwhile(id)))
                : new SizeLimit(room.bytes(), DataFaults::overQuota);
    }

    private Pump pump(Image image) {
        return Pump.metered(ProgressMeter.open())
                .asking(
                        () -> {
                            if (!ledger.isAwaited(image.id())) {
                                throw DataFaults.deletedMeanwhile(image.id());
                            }
                        },
                        LOOK_ROUND,
                        clock);
    }

    private void publish(Image image, ImageContent content, StoredObject stored, ConfiguredStore store) {
        boolean published = false;
        try {
            published = ledger.finish(
                    image.id(),
                    content,
                    ImageLocation.in(store.id(), stored.location().address()));
        } finally {
            if (!published) {
                store.store().delete(stored.location());
            }
        }
        if (!published) {
            throw DataFaults.deletedMeanwhile(image.id());
        }
    }
}
