package io.github.predella.fetch;

import java.time.Duration;
import java.util.Optional;

/** The time of one fetch, which runs from the moment this is made. */
final class Budget {

    private final long begin = System.nanoTime();
    private final Duration answer;
    private final Optional<Duration> total;

    Budget(Duration answer, Optional<Duration> total) {
        this.answer = answer;
        this.total = total;
    }

    /** What is left until the last answer has to be there; negative when that is over. */
    Duration forAnswer() {
        return left(total.filter(all -> all.compareTo(answer) < 0).orElse(answer));
    }

    /** What is left for everything; empty when there is no limit. */
    Optional<Duration> forAll() {
        return total.map(this::left);
    }

    private Duration left(Duration whole) {
        return whole.minusNanos(System.nanoTime() - begin);
    }
}
