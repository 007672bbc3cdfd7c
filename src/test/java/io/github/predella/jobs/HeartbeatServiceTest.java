package io.github.predella.jobs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.Seconds;
import io.github.predella.testing.MemoryNodeBeats;
import io.github.predella.testing.TestingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatServiceTest {

    private final JobSettings settings = new JobSettings(new Seconds(30));
    private final TestingClock clock = new TestingClock();
    private final MemoryNodeBeats beats = new MemoryNodeBeats();
    private final HeartbeatService self = new HeartbeatService(beats, new NodeName("self"), settings, clock);
    private final HeartbeatService other = new HeartbeatService(beats, new NodeName("other"), settings, clock);

    @Test
    void aNodeIsAliveForAsLongAsThePatienceLasts() {
        other.beat();

        clock.advance(settings.patience());
        assertTrue(self.isAlive("other"));
        clock.advance(Duration.ofMillis(1));
        assertFalse(self.isAlive("other"));
        other.beat();
        assertTrue(self.isAlive("other"));
    }

    @Test
    void oneselfIsAlwaysAlive() {
        assertTrue(self.isAlive("self"));
        assertFalse(self.isAlive("unheard-of"));
    }

    @Test
    void nobodyWaitsForANodeThatLeft() {
        other.beat();

        other.leave();

        assertFalse(self.isAlive("other"));
    }

    @Test
    void nodesThatAreLongSilentAreForgotten() {
        other.beat();
        clock.advance(Duration.ofHours(2));

        self.beat();

        assertFalse(beats.isAliveSince("other", clock.instant().minus(Duration.ofDays(1))));
    }
}
