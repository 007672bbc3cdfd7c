package io.github.predella.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Caller;
import io.github.predella.core.Jsons;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What all {@link UploadSessions} promise. */
public interface UploadSessionsContract {

    /** Somebody of whom everything is known. */
    Caller KNOWN = new Caller(
            "u1", "p1", "d1", true, Set.of("member", "reader"), Set.of("service"), Instant.EPOCH, true, "req-1");

    /** The sessions, none when a test begins. */
    UploadSessions sessions();

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    static UploadSession session(String id, String imageId, Caller caller, JsonObject request) {
        return new UploadSession(
                id,
                imageId,
                "a1",
                1L << 40,
                0,
                Map.of("sha256", "0a", "md5", "0b"),
                caller,
                request,
                false,
                Images.NOON);
    }

    default UploadSession begun(String id, String imageId) {
        return begun(session(id, imageId, Callers.member("p1"), null));
    }

    default UploadSession begun(UploadSession session) {
        in(() -> {
            sessions().begin(session);
            return null;
        });
        return session;
    }

    default UploadSession found(String id) {
        return in(() -> sessions().find(id)).orElseThrow();
    }

    @Test
    default void whatIsStoredIsReadBack() {
        var request = Jsons.object()
                .add("method", Jsons.object().add("name", "glance-direct"))
                .build();
        var full = begun(session("s1", "i1", KNOWN, request));
        var plain = begun("s2", "i2");
        var anonymous = begun(session("s3", "i3", Caller.anonymous("req-2"), null));

        assertEquals(full, found("s1"));
        assertEquals(plain, found("s2"));
        assertEquals(anonymous, found("s3"));
        assertEquals(Optional.of(full), in(() -> sessions().ofImage("i1")));
        assertEquals(Optional.empty(), in(() -> sessions().find("s4")));
        assertEquals(Optional.empty(), in(() -> sessions().ofImage("s1")));
    }

    @Test
    default void anImageHasOneSessionOnly() {
        begun("s1", "i1");
        begun("s2", "i1");

        assertEquals(Optional.empty(), in(() -> sessions().find("s1")));
        assertEquals("s2", in(() -> sessions().ofImage("i1")).orElseThrow().id());
    }

    @Test
    default void bytesAreCountedFromWhereTheyWere() {
        begun("s1", "i1");
        var later = Images.NOON.plusSeconds(7);

        assertTrue(in(() -> sessions().advance("s1", 0, 5_000_000_000L, later)));
        assertFalse(in(() -> sessions().advance("s1", 0, 3, later.plusSeconds(1))));
        assertFalse(in(() -> sessions().advance("s2", 0, 3, later)));

        assertEquals(5_000_000_000L, found("s1").received());
        assertEquals(later, found("s1").touchedAt());
    }

    @Test
    default void incompleteOnesComeLatestFirst() {
        begun("s1", "i1");
        begun("s2", "i2");
        begun("s3", "i3");
        in(() -> sessions().touch("s2", Images.NOON.plusSeconds(1)));
        in(() -> sessions().complete("s3"));

        var incomplete = in(() -> sessions().incomplete());

        assertEquals(
                List.of("s2", "s1"), incomplete.stream().map(UploadSession::id).toList());
    }

    @Test
    default void touchingTellsWhetherThereIsOne() {
        begun("s1", "i1");

        assertTrue(in(() -> sessions().touch("s1", Images.NOON.plusSeconds(1))));
        assertFalse(in(() -> sessions().touch("s2", Images.NOON)));

        assertEquals(Images.NOON.plusSeconds(1), found("s1").touchedAt());
    }

    @Test
    default void aSessionIsCompletedOnce() {
        begun("s1", "i1");

        assertTrue(in(() -> sessions().complete("s1")));
        assertFalse(in(() -> sessions().complete("s1")));
        assertFalse(in(() -> sessions().complete("s2")));

        assertTrue(found("s1").complete());
    }

    @Test
    default void anImportIsAskedForOnce() {
        begun(session("s1", "i1", KNOWN, Jsons.object().add("method", "x").build()));

        in(() -> {
            sessions().importAsked("s1");
            return null;
        });

        assertNull(found("s1").importRequest());
    }

    @Test
    default void whatIsRemovedIsGone() {
        begun("s2", "i2");
        begun("s1", "i1");
        assertEquals(
                List.of("s1", "s2"),
                in(() -> sessions().inArea("a1")).stream()
                        .map(UploadSession::id)
                        .toList());

        assertTrue(in(() -> sessions().remove("s1")));
        assertFalse(in(() -> sessions().remove("s1")));

        assertEquals(1, in(() -> sessions().inArea("a1")).size());
        assertEquals(List.of(), in(() -> sessions().inArea("a2")));
    }

    @Test
    default void sessionsForWhichNothingComesInAreFound() {
        begun("s2", "i2");
        begun("s1", "i1");
        begun("s3", "i3");
        in(() -> sessions().touch("s3", Images.NOON.plusSeconds(1)));

        var idle = in(() -> sessions().untouchedSince(Images.NOON.plusSeconds(1)));

        assertEquals(List.of("s1", "s2"), idle.stream().map(UploadSession::id).toList());
        assertEquals(List.of(), in(() -> sessions().untouchedSince(Images.NOON)));
    }
}
