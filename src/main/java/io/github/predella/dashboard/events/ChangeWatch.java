package io.github.predella.dashboard.events;

import io.github.predella.images.ImageChangeService;
import io.github.predella.images.ImageChangeService.Changed;
import io.github.predella.images.ImageChanges;
import io.github.predella.tasks.TaskChangeService;
import io.github.predella.tasks.TaskChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Looks into the ledgers every second while somebody listens, and tells each listener what of it concerns them. What
 * that costs does not depend on how large the ledgers are, nor on how many listen: they are read along an index of the
 * times of change, a stretch of seconds at a time. Safe for any thread; it looks on one.
 */
@ApplicationScoped
public class ChangeWatch {

    private static final Logger LOG = Logger.getLogger(ChangeWatch.class.getName());

    private static final Duration ROUND = Duration.ofSeconds(1);

    /** How far the clocks of nodes may differ, and how long a change may take to be stored. */
    private static final Duration TOLERANCE = Duration.ofSeconds(15);

    /** How often what has no time of its own is looked at, and how often everybody is told that anything moves. */
    private static final Duration SELDOM = Duration.ofSeconds(5);

    /** Changes within the tolerance that are told one by one. */
    private static final int MOST_CHANGES = 500;

    /** Streams of one login: browsers have few connections for each host, and pages need some of them. */
    private static final int MOST_OF_SESSION = 4;

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final News<ImageChanges.Moment> imageNews = new News<>(ImageChanges.Moment::id, ImageChanges.Moment::at);
    private final News<TaskChanges.Moment> taskNews = new News<>(TaskChanges.Moment::id, TaskChanges.Moment::at);

    private Map<String, Changed> images = new HashMap<>();
    private Map<String, Long> offers = Map.of();
    private Instant seldom = Instant.EPOCH;
    private boolean failing;

    // Guarded by the list of listeners.
    private Runnable stop;

    private volatile boolean closed;

    private ImageChangeService imageChanges;
    private TaskChangeService taskChanges;
    private EventSettings settings;
    private WatchTimer timer;
    private Clock clock;

    /** For the container's proxy only. */
    protected ChangeWatch() {}

    @Inject
    public ChangeWatch(
            ImageChangeService imageChanges,
            TaskChangeService taskChanges,
            EventSettings settings,
            WatchTimer timer,
            Clock clock) {
        this.imageChanges = imageChanges;
        this.taskChanges = taskChanges;
        this.settings = settings;
        this.timer = timer;
        this.clock = clock;
    }

    /**
     * Adds a listener; false when there are too many. Where there are too many of its session, the oldest of them goes:
     * most likely its page is gone, which nobody tells.
     */
    boolean add(Listener listener) {
        Optional<Listener> oldest;
        synchronized (listeners) {
            var same = listeners.stream()
                    .filter(other -> other.session().equals(listener.session()))
                    .toList();
            oldest = same.size() < MOST_OF_SESSION ? Optional.empty() : Optional.of(same.get(0));
            oldest.ifPresent(listeners::remove);
            if (closed || listeners.size() >= settings.streams()) {
                return false;
            }
            listeners.add(listener);
            if (stop == null) {
                stop = timer.every(ROUND, this::look);
            }
        }
        oldest.ifPresent(Listener::end);
        return true;
    }

    /** Ends all streams, and listens to no more: the node is about to stop. */
    public void close() {
        List<Listener> open;
        synchronized (listeners) {
            closed = true;
            open = List.copyOf(listeners);
        }
        open.forEach(Listener::end);
    }

    /** Whether pages have to listen elsewhere. */
    boolean isClosed() {
        return closed;
    }

    /** Takes a listener away whose page is gone. */
    void remove(Listener listener) {
        synchronized (listeners) {
            listeners.remove(listener);
            if (listeners.isEmpty() && stop != null) {
                stop.run();
                stop = null;
            }
        }
    }

    /** One look; a failure is over when the next one succeeds. Nothing may keep the listeners from being kept alive. */
    synchronized void look() {
        var now = clock.instant();
        try {
            lookFor(now);
            if (failing) {
                listeners.forEach(listener -> listener.tell(Set.of(Listener.EVERYTHING), now));
                failing = false;
            }
        } catch (RuntimeException failure) {
            LOG.log(failing ? Level.FINE : Level.WARNING, "pages are not told of changes at the moment", failure);
            failing = true;
        }
        for (Listener listener : listeners) {
            if (listener.isOver(now)) {
                remove(listener);
                listener.end();
            } else {
                listener.beat(now);
            }
        }
    }

    private void lookFor(Instant now) {
        var imageMoments = imageChanges.between(now.minus(TOLERANCE), now.plus(TOLERANCE), MOST_CHANGES);
        var taskMoments = taskChanges.between(now.minus(TOLERANCE), now.plus(TOLERANCE), MOST_CHANGES);
        boolean seldomNow = Duration.between(seldom, now).compareTo(SELDOM) >= 0;
        if (seldomNow) {
            seldom = now;
        }
        if (imageMoments.size() == MOST_CHANGES || taskMoments.size() == MOST_CHANGES) {
            if (seldomNow) {
                listeners.forEach(listener -> listener.tell(Set.of(Listener.EVERYTHING), now));
            }
            return;
        }
        var newImages = read(imageMoments, imageNews.among(imageMoments, now));
        var newTasks = taskNews.among(taskMoments, now);
        var invited = seldomNow ? invited() : Set.<String>of();
        for (Listener listener : listeners) {
            boolean fresh = listener.isFresh();
            var keys = keys(listener, fresh ? images.values() : newImages, fresh ? taskMoments : newTasks);
            if (invited.contains(listener.caller().project())) {
                keys.add("inbox");
            }
            listener.tell(keys, now);
        }
    }

    /** The new ones; what is known of the others is kept for listeners to come. */
    private Collection<Changed> read(List<ImageChanges.Moment> moments, List<ImageChanges.Moment> news) {
        var ids = moments.stream().map(ImageChanges.Moment::id).collect(Collectors.toSet());
        images.keySet().retainAll(ids);
        if (news.isEmpty()) {
            return List.of();
        }
        var changed =
                imageChanges.read(news.stream().map(ImageChanges.Moment::id).toList());
        changed.forEach(one -> images.put(one.image().id(), one));
        return changed;
    }

    private Set<String> keys(Listener listener, Collection<Changed> changed, Collection<TaskChanges.Moment> moved) {
        var caller = listener.caller();
        var keys = new LinkedHashSet<String>();
        for (Changed one : changed) {
            if (imageChanges.tells(caller, one)) {
                keys.add("image:" + one.image().id());
                if (caller.isOf(one.image().owner())) {
                    keys.add("quota");
                }
            }
        }
        for (TaskChanges.Moment one : moved) {
            if (taskChanges.tells(caller, one)) {
                keys.add("task:" + one.id());
                if (one.imageId() != null) {
                    keys.add("image:" + one.imageId());
                }
            }
        }
        return keys;
    }

    /** The projects whose number of open offers is another one than before. */
    private Set<String> invited() {
        var projects = listeners.stream()
                .map(listener -> listener.caller().project())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var before = offers;
        var open = imageChanges.offers(projects);
        offers = projects.stream()
                .collect(Collectors.toMap(project -> project, project -> open.getOrDefault(project, 0L)));
        return projects.stream()
                .filter(project -> !offers.get(project).equals(before.getOrDefault(project, offers.get(project))))
                .collect(Collectors.toSet());
    }
}
