package io.github.predella.data;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.flow.ByteStage;
import io.github.predella.flow.GrowingLimit;
import io.github.predella.flow.ProgressMeter;
import io.github.predella.flow.Pump;
import io.github.predella.flow.SizeLimit;
import io.github.predella.quota.Room;
import io.github.predella.store.StoreFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Receives data that waits for an import. Its digests and formats are found out on the way, so that an import which
 * changes nothing need not read it again. Whatever goes wrong, nothing of it stays, and the image waits for data again.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class StagingService {

    private static final Logger LOG = Logger.getLogger(StagingService.class.getName());

    /** How often a running transfer looks whether its image still is there; a deleted one ends it. */
    private static final Duration LOOK_ROUND = Duration.ofSeconds(5);

    private StagingRecordService records;
    private StagingArea area;
    private StagingReception reception;
    private StagingSettings staging;
    private DataSettings settings;
    private Clock clock;

    /** For the container's proxy only. */
    protected StagingService() {}

    @Inject
    public StagingService(
            StagingRecordService records,
            StagingArea area,
            StagingReception reception,
            StagingSettings staging,
            DataSettings settings,
            Clock clock) {
        this.records = records;
        this.area = area;
        this.reception = reception;
        this.staging = staging;
        this.settings = settings;
        this.clock = clock;
    }

    /** Throws {@link Fault} NOT_FOUND when callers cannot stage data here. */
    public void requireEnabled() {
        if (!staging.stagingEnabled()) {
            throw DataFaults.stagingSwitchedOff();
        }
    }

    /**
     * Receives everything that the stream has; the image waits for its import then.
     *
     * @param announced how many bytes the caller says there are, empty when it does not say
     * @param body read to its end on success; left where it stands when it is refused
     * @throws Fault as images-api lists them for {@code PUT …/stage}
     */
    public void stage(Caller caller, String id, OptionalLong announced, InputStream body) {
        requireEnabled();
        long expected = announced.orElse(0);
        if (expected > settings.sizeCap()) {
            throw DataFaults.overSizeCap(settings.sizeCap());
        }
        var room = records.begin(caller, id, area.id(), expected);
        boolean finished = false;
        try {
            publish(reception.receive(id, announced, limit(id, room), body, pump(id)));
            finished = true;
        } catch (StoreFault fault) {
            LOG.log(Level.WARNING, fault, () -> "staging data of image " + id + " failed");
            throw fault.toFault();
        } catch (IOException cut) {
            LOG.log(Level.FINE, cut, () -> "staging data of image " + id + " was cut short");
            throw DataFaults.cutShort();
        } finally {
            if (!finished) {
                records.abandon(id);
            }
        }
    }

    private ByteStage limit(String id, Room room) {
        return room.extendable()
                ? new GrowingLimit(room.bytes(), wanted -> records.extend(id, wanted)
                        .orElseThrow(() -> DataFaults.deletedMeanwhile(id)))
                : new SizeLimit(room.bytes(), DataFaults::overQuota);
    }

    private Pump pump(String id) {
        return Pump.metered(ProgressMeter.open())
                .asking(
                        () -> {
                            if (!records.isAwaited(id)) {
                                throw DataFaults.deletedMeanwhile(id);
                            }
                        },
                        LOOK_ROUND,
                        clock);
    }

    private void publish(Staged staged) {
        if (!records.finish(staged)) {
            // While the image lives, the file of its name may be that of somebody who was faster; the sweep knows.
            if (!records.isNeeded(staged.imageId())) {
                area.discard(staged.imageId());
            }
            throw DataFaults.deletedMeanwhile(staged.imageId());
        }
    }
}
