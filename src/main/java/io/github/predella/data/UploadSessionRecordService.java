package io.github.predella.data;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.images.StagingLedger;
import io.github.predella.quota.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What is written down about resumable uploads, with the image and the notes always changed together. Each method is
 * one short transaction.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class UploadSessionRecordService {

    private StagingLedger images;
    private StagingNotes notes;
    private UploadSessions sessions;
    private Clock clock;

    /** For the container's proxy only. */
    protected UploadSessionRecordService() {}

    @Inject
    public UploadSessionRecordService(StagingLedger images, StagingNotes notes, UploadSessions sessions, Clock clock) {
        this.images = images;
        this.notes = notes;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Takes a waiting image for a resumable upload; throws {@link Fault} as {@link StagingLedger#begin}. */
    public UploadSession begin(Caller caller, String imageId, String area, UploadSession.Draft draft) {
        requireWithin(images.begin(caller, imageId, draft.length()), draft.length());
        var now = clock.instant();
        var session = new UploadSession(
                UUID.randomUUID().toString(),
                imageId,
                area,
                draft.length(),
                0,
                draft.sums(),
                caller,
                draft.importRequest(),
                false,
                now);
        notes.begin(imageId, area, now);
        sessions.begin(session);
        return session;
    }

    /** Whether an upload of that length into a new image would fit; throws {@link Fault} TOO_LARGE. */
    public void rehearse(Caller caller, long length) {
        requireWithin(images.rehearse(caller, length), length);
    }

    private static void requireWithin(Room room, long length) {
        if (room.bytes() < length) {
            throw DataFaults.overQuota();
        }
    }

    /** The incomplete ones that the caller has begun for the same project, latest data first. */
    public List<UploadSession> unfinished(Caller caller) {
        return sessions.incomplete().stream()
                .filter(session -> Objects.equals(session.caller().user(), caller.user())
                        && Objects.equals(session.caller().project(), caller.project()))
                .toList();
    }

    /** A session of an image for which the caller may stage data; throws {@link Fault} NOT_FOUND or FORBIDDEN. */
    public UploadSession find(Caller caller, String imageId, String id) {
        images.permitted(caller, imageId);
        return sessions.find(id)
                .filter(session -> session.imageId().equals(imageId))
                .orElseThrow(() -> DataFaults.unknownSession(id));
    }

    /** A session as it is now; throws {@link Fault} NOT_FOUND. */
    public UploadSession current(String id) {
        return sessions.find(id).orElseThrow(() -> DataFaults.unknownSession(id));
    }

    /** Whether there is a session of that id. */
    public boolean exists(String id) {
        return sessions.find(id).isPresent();
    }

    /** The session of an image. */
    public Optional<UploadSession> ofImage(String imageId) {
        return sessions.ofImage(imageId);
    }

    /** Those whose data an area keeps. */
    public List<UploadSession> inArea(String area) {
        return sessions.inArea(area);
    }

    /** Those for which nothing has come in since a time. */
    public List<UploadSession> untouchedSince(Instant time) {
        return sessions.untouchedSince(time);
    }

    /** Notes that more data has reached the device; throws {@link Fault} when the session has ended meanwhile. */
    public void advance(UploadSession session, long from, long to) {
        if (!sessions.advance(session.id(), from, to, clock.instant())) {
            throw DataFaults.unknownSession(session.id());
        }
    }

    /** Notes that data still comes in; throws {@link Fault} when the session has ended or its image is gone. */
    public void touch(UploadSession session) {
        if (!sessions.touch(session.id(), clock.instant())) {
            throw DataFaults.unknownSession(session.id());
        }
        if (!images.isStaging(session.imageId())) {
            throw DataFaults.deletedMeanwhile(session.imageId());
        }
    }

    /** Whether anybody still needs the data of the session's image. */
    public boolean isNeeded(UploadSession session) {
        return images.needsStagedData(session.imageId());
    }

    /**
     * Notes that all the data is staged.
     *
     * @return false, with nothing changed, when the session has ended meanwhile, is complete, or the image is gone
     */
    public boolean finish(UploadSession session, Staged staged) {
        return images.isStaging(staged.imageId())
                && sessions.complete(session.id())
                && images.finish(staged.imageId(), staged.size())
                && notes.complete(staged, clock.instant());
    }

    /** Notes that the import has been asked for. */
    public void importAsked(UploadSession session) {
        sessions.importAsked(session.id());
    }

    /**
     * Ends a session. When its data is not complete, the image waits for data again; complete data stays staged.
     *
     * @return whether the data that was received is of no use any more
     */
    public boolean end(UploadSession session) {
        boolean complete =
                sessions.find(session.id()).map(UploadSession::complete).orElse(true);
        sessions.remove(session.id());
        if (!complete) {
            images.abandon(session.imageId());
            notes.remove(session.imageId());
        }
        return !complete;
    }
}
