package io.github.predella.data;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.observe.Audited;
import io.github.predella.store.StoreFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Uploads that can be resumed. What a client was told to have arrived is on the device and never asked for again,
 * whatever happens to this process; with the last byte the image is as after staging in one piece.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class UploadSessionService {

    private static final Logger LOG = Logger.getLogger(UploadSessionService.class.getName());

    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Map<String, SessionDigests> digests = new ConcurrentHashMap<>();

    private UploadSessionRecordService records;
    private StagingArea area;
    private StagingSettings staging;
    private DataSettings settings;
    private Event<StagingComplete> completed;
    private Clock clock;

    /** For the container's proxy only. */
    protected UploadSessionService() {}

    @Inject
    public UploadSessionService(
            UploadSessionRecordService records,
            StagingArea area,
            StagingSettings staging,
            DataSettings settings,
            Event<StagingComplete> completed,
            Clock clock) {
        this.records = records;
        this.area = area;
        this.staging = staging;
        this.settings = settings;
        this.completed = completed;
        this.clock = clock;
    }

    /** The most bytes of one upload. */
    public long maxLength() {
        return settings.sizeCap();
    }

    /** When a session ends if nothing more comes. */
    public Instant expires(UploadSession session) {
        return session.touchedAt().plusSeconds(staging.uploadSessionIdle().value());
    }

    /**
     * Whether data of that length could be uploaded into a new image now, and imported then.
     *
     * @throws Fault NOT_FOUND when there are no uploads here, TOO_LARGE in the words in which the requests would be
     *     refused
     */
    public void rehearse(Caller caller, long length) {
        requireEnabled();
        requireBelowCap(length);
        records.rehearse(caller, length);
    }

    /** The uploads that the caller has begun for the same project, from wherever, and not finished; latest data first. */
    public List<UploadSession> unfinished(Caller caller) {
        return staging.stagingEnabled() ? records.unfinished(caller) : List.of();
    }

    /** Whether there are uploads here. */
    public boolean isOffered() {
        return staging.stagingEnabled();
    }

    /**
     * Begins an upload.
     *
     * @throws Fault NOT_FOUND, FORBIDDEN, CONFLICT when the image does not wait for data, TOO_LARGE past a limit
     */
    @Audited
    public UploadSession create(Caller caller, String imageId, UploadSession.Draft draft) {
        requireEnabled();
        requireBelowCap(draft.length());
        var session = records.begin(caller, imageId, area.id(), draft);
        boolean begun = false;
        try {
            // Whatever has the image's name here is left from a former life: the image has just been waiting for data.
            area.discard(imageId);
            begun = true;
        } catch (StoreFault fault) {
            throw told(session, fault);
        } finally {
            if (!begun) {
                end(session);
            }
        }
        return finishedIfFull(session);
    }

    /**
     * A session as it stands; one that has been cut off right before its end is brought to it.
     *
     * @throws Fault NOT_FOUND, FORBIDDEN, CONFLICT when another node keeps the data
     */
    public UploadSession find(Caller caller, String imageId, String id) {
        requireEnabled();
        var session = records.find(caller, imageId, id);
        requireHere(session);
        return finishedIfFull(session);
    }

    /**
     * By what a client recognises the file that it has begun to send; empty before anything has been received, and when
     * the session is over or its data is not there.
     */
    public Optional<ReceivedEnds> ends(UploadSession session) {
        if (session.complete() || session.received() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReceivedEnds.of(place(session), session.received()));
        } catch (IOException unreadable) {
            LOG.log(Level.FINE, unreadable, () -> "the data of the upload session " + session.id() + " is unreadable");
            return Optional.empty();
        }
    }

    /**
     * Receives a piece of the data.
     *
     * @param body read to its end on success
     * @return the session with all that has been acknowledged
     * @throws Fault CONFLICT when the piece does not follow on what is there, or another one is just coming in;
     *     TOO_LARGE when there is more of it than wanted; CHECKSUM_MISMATCH; INVALID when it is cut off, in which case
     *     what has arrived is kept unless it has a checksum
     */
    public UploadSession append(Caller caller, String imageId, String id, UploadPiece piece, InputStream body) {
        requireEnabled();
        var known = records.find(caller, imageId, id);
        requireHere(known);
        requireFits(known, piece);
        if (known.complete()) {
            return known;
        }
        try (SessionFile file = taken(known)) {
            var session = records.current(id);
            requireFits(session, piece);
            requireWhole(session, file);
            new PieceReception(session, file, records, clock).receive(piece, body);
            return settled(records.current(id), file);
        } catch (StoreFault fault) {
            throw told(known, fault);
        }
    }

    /**
     * Gives an upload up: the image waits for data again. A complete one is only forgotten, its data stays staged.
     *
     * @throws Fault NOT_FOUND, FORBIDDEN
     */
    @Audited
    public void cancel(Caller caller, String imageId, String id) {
        requireEnabled();
        end(records.find(caller, imageId, id));
    }

    /** Forgets the session of a deleted image. */
    void drop(String imageId) {
        records.ofImage(imageId).ifPresent(this::end);
    }

    /** Ends a session and removes what it has in this area; throws {@link StoreFault}. */
    void end(UploadSession session) {
        digests.remove(session.id());
        records.end(session);
        if (session.area().equals(area.id())) {
            area.remove(area.sessionFile(session.id()));
        }
    }

    /** Ends an incomplete session nobody goes on with, unless a request is at work on it. */
    void expire(UploadSession session) {
        var file = taken(session);
        try {
            if (isExpired(records.current(session.id()))) {
                end(session);
            }
        } finally {
            file.close();
        }
    }

    boolean isExpired(UploadSession session) {
        return !expires(session).isAfter(clock.instant());
    }

    /**
     * Brings a session to its end when all of its data is there; otherwise, and when a request is at work on it, returns
     * it unchanged.
     */
    UploadSession finishedIfFull(UploadSession session) {
        if (session.complete() || !session.isFull() || held.contains(session.id())) {
            return session;
        }
        try (SessionFile file = taken(session)) {
            return settled(records.current(session.id()), file);
        } catch (StoreFault fault) {
            throw told(session, fault);
        }
    }

    /** Forgets what is kept in memory for other sessions than these. */
    void keepOnly(Set<String> ids) {
        digests.keySet().retainAll(ids);
    }

    /** Asks for the import of a complete session, if that is still to be done. */
    void askForImport(UploadSession session) {
        if (session.importRequest() == null) {
            return;
        }
        try {
            completed.fire(new StagingComplete(session.imageId(), session.caller(), session.importRequest()));
        } catch (Fault refusal) {
            LOG.log(Level.INFO, refusal, () -> "image " + session.imageId() + " is not imported");
        }
        records.importAsked(session);
    }

    private SessionFile taken(UploadSession session) {
        try {
            return SessionFile.take(held, session.id(), place(session), session.received() == 0)
                    .orElseThrow(DataFaults::sessionBusy);
        } catch (NoSuchFileException missing) {
            throw lost(session);
        }
    }

    /** Where the data is; a crash may have come between putting the file in its final place and noting it. */
    private Path place(UploadSession session) {
        var growing = area.sessionFile(session.id());
        boolean placed = session.isFull() && !area.exists(growing) && area.holds(session.imageId());
        return placed ? area.file(session.imageId()) : growing;
    }

    private void requireBelowCap(long length) {
        if (length > settings.sizeCap()) {
            throw DataFaults.overSizeCap(settings.sizeCap());
        }
    }

    private void requireEnabled() {
        if (!staging.stagingEnabled()) {
            throw DataFaults.stagingSwitchedOff();
        }
    }

    private void requireHere(UploadSession session) {
        if (!session.area().equals(area.id())) {
            throw DataFaults.sessionElsewhere();
        }
    }

    private static void requireFits(UploadSession session, UploadPiece piece) {
        if (piece.offset() != session.received()) {
            throw DataFaults.wrongOffset(session.received());
        }
        if (piece.length().orElse(0) > session.length() - session.received()) {
            throw DataFaults.overLength(session.length());
        }
    }

    private void requireWhole(UploadSession session, SessionFile file) {
        if (!file.cutTo(session.received())) {
            throw lost(session);
        }
        if (session.received() == 0) {
            area.sync();
        }
    }

    private Fault lost(UploadSession session) {
        LOG.warning(() -> "the data of the upload session " + session.id() + " is not in the staging area any more");
        end(session);
        return DataFaults.sessionLost();
    }

    private static Fault told(UploadSession session, StoreFault fault) {
        LOG.log(Level.WARNING, fault, () -> "receiving data of image " + session.imageId() + " failed");
        return fault.toFault();
    }

    /** Lets the digests catch up, and ends the session when nothing is missing. */
    private UploadSession settled(UploadSession session, SessionFile file) {
        if (session.complete()) {
            return session;
        }
        requireWhole(session, file);
        var sums = digestsUpTo(session.received(), session);
        file.feed(sums, session.received());
        if (!session.isFull()) {
            digests.put(session.id(), sums);
            return session;
        }
        complete(session, finished(sums));
        var done = records.current(session.id());
        askForImport(done);
        return done;
    }

    /** The digests of the session are taken out, so that whatever goes wrong they are made anew next time. */
    private SessionDigests digestsUpTo(long end, UploadSession session) {
        var running = digests.remove(session.id());
        return running != null && running.position() <= end
                ? running
                : new SessionDigests(
                        new DigestAlgorithm(settings.hashAlgorithm()),
                        session.sums().keySet());
    }

    private static SessionDigests.Outcome finished(SessionDigests sums) {
        try {
            return sums.finish();
        } catch (IOException failure) {
            throw StagingArea.failed(failure);
        }
    }

    private void complete(UploadSession session, SessionDigests.Outcome outcome) {
        outcome.difference(session.sums()).ifPresent(algorithm -> {
            end(session);
            throw DataFaults.sumDiffers(algorithm);
        });
        var growing = area.sessionFile(session.id());
        if (area.exists(growing)) {
            area.discard(session.imageId());
            area.adopt(session.imageId(), growing);
        }
        var staged =
                Staged.complete(session.imageId(), area.id(), session.length(), outcome.values(), outcome.findings());
        if (!records.finish(session, staged) && !records.current(session.id()).complete()) {
            throw DataFaults.deletedMeanwhile(session.imageId());
        }
    }
}
