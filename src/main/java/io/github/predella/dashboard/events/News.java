package io.github.predella.dashboard.events;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Tells what is new in a stretch of time that is looked at again and again. It has to be longer than a transaction
 * takes and clocks differ, so most of what is in it was there before. For one thread.
 *
 * @param <C> a change
 */
final class News<C> {

    /** In a database that holds whole seconds a second change within one looks like the first. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private final Function<C, String> id;
    private final Function<C, Instant> time;
    private Map<String, Told> told = new HashMap<>();

    /** When a change was made, and when it was told. */
    private record Told(Instant at, Instant when) {}

    News(Function<C, String> id, Function<C, Instant> time) {
        this.id = id;
        this.time = time;
    }

    /**
     * The changes that were not told before, and those that may have happened once more within the second for which they
     * were told. What is not in the list any more is forgotten.
     */
    List<C> among(List<C> changes, Instant now) {
        var news = new ArrayList<C>();
        var next = new HashMap<String, Told>();
        for (C change : changes) {
            var at = time.apply(change);
            var before = told.get(id.apply(change));
            if (before == null || !before.at().equals(at) || mayHaveGoneOn(before, now)) {
                news.add(change);
                next.put(id.apply(change), new Told(at, now));
            } else {
                next.put(id.apply(change), before);
            }
        }
        told = next;
        return news;
    }

    private static boolean mayHaveGoneOn(Told before, Instant now) {
        var settled = before.at().plus(TICK);
        boolean wholeSecond = before.at().truncatedTo(ChronoUnit.SECONDS).equals(before.at());
        return wholeSecond && before.when().isBefore(settled) && !now.isBefore(settled);
    }
}
