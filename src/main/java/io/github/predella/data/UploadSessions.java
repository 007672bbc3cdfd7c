package io.github.predella.data;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored upload sessions. Every method wants a running transaction of the caller's and joins it. */
public interface UploadSessions {

    /** Stores a new one; a former one of the same image goes. */
    void begin(UploadSession session);

    Optional<UploadSession> find(String id);

    /** The one of an image; there is one at most. */
    Optional<UploadSession> ofImage(String imageId);

    /**
     * Notes that more data has reached the device.
     *
     * @return false, with nothing changed, when there is no such session any more or it has not received just {@code from}
     */
    boolean advance(String id, long from, long to, Instant when);

    /** Notes that data still comes in; false when there is no such session any more. */
    boolean touch(String id, Instant when);

    /** Notes that all data is there; false, with nothing changed, when it was so already or there is no such session. */
    boolean complete(String id);

    /** Notes that the import has been asked for. */
    void importAsked(String id);

    /** Removes one; false when there was none. */
    boolean remove(String id);

    /** Those that still want data, latest data first. */
    List<UploadSession> incomplete();

    /** Those for which nothing has come in since a time, in the order of their ids. */
    List<UploadSession> untouchedSince(Instant time);

    /** Those whose data an area keeps, in the order of their ids. */
    List<UploadSession> inArea(String area);
}
