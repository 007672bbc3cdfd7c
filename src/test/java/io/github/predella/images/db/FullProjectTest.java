package io.github.predella.images.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.DataSize;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.db.Dialect;
import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ImageNotices;
import io.github.predella.images.LedgerFixture;
import io.github.predella.images.UploadLedger;
import io.github.predella.jobs.NodeName;
import io.github.predella.quota.ConfigLimits;
import io.github.predella.quota.QuotaGate;
import io.github.predella.quota.QuotaSettings;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import io.github.predella.testing.TestingClock;
import io.github.predella.testing.ToldNotices;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the end of an upload leaves in the tables when the project has been filled meanwhile. */
class FullProjectTest extends LedgerTables {

    private static final Caller ALICE = Callers.member("p1");
    private static final ImageContent CONTENT = new ImageContent(6L, null, "c", "sha512", "d");
    private static final ImageLocation PLACE = ImageLocation.in("fast", "memory://fast/x");

    private UploadLedger uploads;

    FullProjectTest() {
        super(Dialect.DERBY);
    }

    @BeforeEach
    void limit() {
        var settings = new QuotaSettings(-1, -1, -1, -1, new DataSize(10), null, false);
        var gate = new QuotaGate(
                settings, new ConfigLimits(settings), new JpaUsage(database().rows()), project -> {});
        uploads = new UploadLedger(
                images(),
                new JpaDataLedger(database().rows(), database().dialect(), LocationText.PLAIN),
                LedgerFixture.accessTo(images()),
                gate,
                new ImageNotices(ToldNotices.none()),
                new NodeName("this-node"),
                new TestingClock(Images.NOON));
    }

    private String begun() {
        var image = Images.queued().done();
        in(() -> {
            images().insert(image);
            return uploads.begin(ALICE, image.id(), "fast", 0);
        });
        return image.id();
    }

    private Image.Status status(String id) {
        return in(() -> images().find(id)).orElseThrow().status();
    }

    @Test
    void theUploadThatDoesNotFitAnyMoreCanStillBeAbandoned() {
        String first = begun();
        String second = begun();
        assertTrue(in(() -> uploads.finish(first, CONTENT, PLACE)));

        var refusal = assertThrows(Fault.class, () -> in(() -> uploads.finish(second, CONTENT, PLACE)));
        in(() -> {
            uploads.abandon(second);
            return null;
        });

        assertEquals(Fault.Kind.TOO_LARGE, refusal.kind());
        assertEquals(Image.Status.ACTIVE, status(first));
        assertEquals(Image.Status.QUEUED, status(second));
        assertEquals(List.of(), in(uploads::running));
    }
}
