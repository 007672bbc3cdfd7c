package io.github.predella.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.Seconds;
import io.github.predella.core.Fault;
import io.github.predella.testing.TestingClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DownloadPlacesTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final TestingClock clock = new TestingClock();
    private final DownloadPlaces places = new DownloadPlaces(settings(1, 30), clock);

    private static DataSettings settings(int places, long stallLimit) {
        return new DataSettings(1, "sha512", false, List.of(), places, new Seconds(stallLimit), new Seconds(1));
    }

    private void pass(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        places.endStalled(LIMIT);
    }

    @Test
    void nobodyGetsMorePlacesThanThereAre() {
        var place = places.take("a");

        var refusal = assertThrows(Fault.class, () -> places.take("b"));
        place.close();
        place.close();

        assertEquals(Fault.Kind.UNAVAILABLE, refusal.kind());
        places.take("c");
        assertThrows(Fault.class, () -> places.take("d"));
    }

    @Test
    void downloadThatMovesKeepsItsPlaceHoweverSlowItIs() {
        var transfer = new StillTransfer();
        places.take("a").follow(transfer, () -> {});

        for (int i = 0; i < 10; i++) {
            pass(29);
            transfer.sent++;
            pass(29);
            transfer.sent++;
        }

        assertFalse(transfer.aborted);
    }

    @Test
    void downloadThatStandsStillIsBrokenOffAndItsPlaceIsFree() {
        var transfer = new StillTransfer();
        places.take("a").follow(transfer, () -> {});
        transfer.sent = 5;
        pass(10);

        pass(29);
        assertFalse(transfer.aborted);
        pass(1);

        assertTrue(transfer.aborted);
        places.take("b");
    }

    @Test
    void placeOfADownloadThatNeverBeginsIsFreeAgain() {
        var place = places.take("a");

        pass(30);

        places.take("b");
        place.close();
        assertThrows(Fault.class, () -> places.take("c"));
    }

    @Test
    void downloadThatBeginsAfterItsPlaceIsLostIsBrokenOff() {
        var transfer = new StillTransfer();
        var place = places.take("a");
        pass(30);

        place.follow(transfer, () -> {});

        assertTrue(transfer.aborted);
    }

    @Test
    void downloadThatIsOverIsNotBrokenOff() {
        var transfer = new StillTransfer();
        var place = places.take("a");
        place.follow(transfer, () -> {});
        place.close();

        pass(60);

        assertFalse(transfer.aborted);
    }

    @Test
    void endOfADownloadIsToldOnce() {
        var ends = new AtomicInteger();
        var place = places.take("a");
        place.follow(new StillTransfer(), ends::incrementAndGet);

        place.close();
        place.close();
        pass(60);

        assertEquals(1, ends.get());
    }

    @Test
    void lossOfAPlaceIsTheEndOfItsDownload() {
        var ends = new AtomicInteger();
        places.take("a").follow(new StillTransfer(), ends::incrementAndGet);

        pass(60);

        assertEquals(1, ends.get());
    }

    @Test
    void watchLooksOftenEnoughForTheLimit() {
        assertEquals(Duration.ofSeconds(1), job(1).every());
        assertEquals(Duration.ofSeconds(3), job(30).every());
        assertEquals(Duration.ofSeconds(5), job(300).every());
    }

    private StalledDownloadJob job(long stallLimit) {
        return new StalledDownloadJob(places, settings(1, stallLimit));
    }

    private static final class StillTransfer implements Transfer {

        private long sent;
        private boolean aborted;

        @Override
        public long sent() {
            return sent;
        }

        @Override
        public void abort() {
            aborted = true;
        }
    }
}
