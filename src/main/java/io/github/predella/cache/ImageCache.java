package io.github.predella.cache;

import io.github.predella.flow.DigestValues;
import io.github.predella.flow.Pump;
import io.github.predella.observe.CacheFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The copies on this node. What there is, is known in memory, so that reading one costs a look at its file and no
 * question to the database; {@link CacheUpkeep} writes down what has changed. Without a directory there is no cache, and
 * nothing is ever found. Safe for use by many threads; opens no transaction.
 */
@ApplicationScoped
public class ImageCache {

    private static final Logger LOG = Logger.getLogger(ImageCache.class.getName());

    /** Fills that run at the same time at most, for the sake of the heap. */
    private static final int FILLS = 16;

    private final Map<String, KeptImage> kept = new ConcurrentHashMap<>();
    private final Set<String> filling = ConcurrentHashMap.newKeySet();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Set<String> missed = ConcurrentHashMap.newKeySet();
    private CacheSettings settings;
    private CacheExecutor executor;
    private Clock clock;
    private CacheDirectory directory;

    /** For the container's proxy only. */
    protected ImageCache() {}

    /** @throws IllegalArgumentException with a sentence for the operator when the directory cannot be used */
    @Inject
    public ImageCache(CacheSettings settings, CacheExecutor executor, Clock clock) {
        this.settings = settings;
        this.executor = executor;
        this.clock = clock;
        this.directory = settings.isOn() ? CacheDirectory.open(settings.directory()) : null;
    }

    /** Whether there is a cache. */
    public boolean isOn() {
        return directory != null;
    }

    /**
     * The copy of an image's data, and notes that it is read; empty when there is none. A copy of other data than the
     * image has now goes; one that is not as it was made is forgotten until somebody has verified it.
     */
    public Optional<KeptFile> read(String imageId, CachedContent content) {
        var copy = kept.get(imageId);
        if (copy == null) {
            return Optional.empty();
        }
        if (!copy.isOf(content)) {
            remove(imageId);
            return Optional.empty();
        }
        var file = directory.find(imageId).filter(copy.file()::equals);
        if (file.isPresent()) {
            copy.wasRead(clock.instant());
            CacheFigures.hit();
        } else {
            LOG.warning(() -> "the copy of image " + imageId + " in the cache is not what it was; it is not used");
            forget(imageId);
        }
        return file;
    }

    /** Whether there is a copy; nothing is noted. */
    public boolean holds(String imageId) {
        return kept.containsKey(imageId);
    }

    /** Whether a copy grows at the moment, or too many others do for this one to begin. */
    public boolean isBusyWith(String imageId) {
        return filling.contains(imageId) || filling.size() >= FILLS;
    }

    /**
     * Lets a copy grow while somebody reads the whole data of an image. Reading is not slowed down, and whatever happens
     * to the copy does not disturb it.
     *
     * @return the stream to read from in place of the other; that one itself when no copy is to be had
     */
    public InputStream filling(String imageId, CachedContent content, InputStream data) {
        if (!isOn() || !content.isVerifiable()) {
            return data;
        }
        CacheFigures.miss();
        return begin(imageId, content)
                .<InputStream>map(draft -> {
                    var fill = new CacheFill(draft, executor, new Filled(imageId, content));
                    return new FillingStream(data, fill, content.size());
                })
                .orElse(data);
    }

    /**
     * Makes a copy, waiting for the device.
     *
     * @param pump moves the data
     * @return whether there is a copy now; false too when one is being made already, or there is no room for it
     * @throws IOException from the data or the pump; nothing of the copy stays then
     */
    public boolean take(String imageId, CachedContent content, InputStream data, Pump pump) throws IOException {
        var begun = content.isVerifiable() ? begin(imageId, content) : Optional.<CacheDraft>empty();
        if (begun.isEmpty()) {
            return false;
        }
        var filled = new Filled(imageId, content);
        var end = CacheFill.End.FAILED;
        try (var draft = begun.get()) {
            pump.run(data, draft);
            end = filled.publish(draft) ? CacheFill.End.KEPT : CacheFill.End.DIFFERENT;
        } finally {
            filled.ended(end);
        }
        return end == CacheFill.End.KEPT;
    }

    private Optional<CacheDraft> begin(String imageId, CachedContent content) {
        if (content.size() > settings.maxSize().bytes() || filling.size() >= FILLS || !filling.add(imageId)) {
            return Optional.empty();
        }
        Optional<CacheDraft> draft = Optional.empty();
        try {
            if (directory.free() > content.size()) {
                draft = Optional.of(directory.draft(imageId));
            }
        } catch (IOException unusable) {
            LOG.log(Level.WARNING, "the cache cannot begin a copy", unusable);
        } finally {
            if (draft.isEmpty()) {
                filling.remove(imageId);
            }
        }
        return draft;
    }

    /** What becomes of a draft. */
    private final class Filled implements CacheFill.Ending {

        private final String imageId;
        private final CachedContent content;

        Filled(String imageId, CachedContent content) {
            this.imageId = imageId;
            this.content = content;
        }

        @Override
        public boolean publish(CacheDraft draft) throws IOException {
            var values = draft.publish(content, clock.instant());
            values.ifPresentOrElse(
                    sums -> keep(imageId, content, sums),
                    () -> LOG.warning(() -> "what was read for image " + imageId
                            + " is not its data; it lies in the cache's directory invalid"));
            return values.isPresent();
        }

        @Override
        public void ended(CacheFill.End end) {
            filling.remove(imageId);
            if (end == CacheFill.End.LATE) {
                missed.add(imageId);
            }
            CacheFigures.filled(end.name().toLowerCase(Locale.ROOT));
        }
    }

    private void keep(String imageId, CachedContent content, DigestValues sums) {
        directory
                .find(imageId)
                .ifPresent(file -> kept.put(imageId, KeptImage.fresh(file, sums, content, clock.instant())));
        prune();
    }

    /** Takes up what the index knows, so far as the copies are there and as they were made. */
    void open(Collection<CacheEntry> entries) {
        for (CacheEntry entry : entries) {
            directory
                    .find(entry.imageId())
                    .filter(file ->
                            file.size() == entry.size() && file.modified().equals(entry.lastModified()))
                    .ifPresentOrElse(
                            file -> kept.put(entry.imageId(), KeptImage.known(file, entry)),
                            () -> gone.add(entry.imageId()));
        }
        tell();
    }

    /** The images that have a copy which is not known here, and may or may not be right. */
    public List<String> strangers() throws IOException {
        return directory.images().stream().filter(id -> !kept.containsKey(id)).toList();
    }

    /**
     * Verifies a copy that is not known here and takes it up; what is not right is put aside.
     *
     * @return whether it was right
     */
    public boolean adopt(String imageId, CachedContent content) throws IOException {
        var file = directory.find(imageId);
        if (file.isEmpty() || !content.isVerifiable()) {
            remove(imageId);
            return false;
        }
        var sums = CacheDraft.verified(file.get().path(), content);
        if (sums.isEmpty()) {
            directory.reject(imageId, file.get().path());
            return false;
        }
        if (directory.find(imageId).equals(file)) {
            kept.put(imageId, KeptImage.fresh(file.get(), sums.get(), content, clock.instant()));
        }
        tell();
        return true;
    }

    /** Removes a copy, known or not; whoever is reading it is not disturbed. Nothing happens when there is none. */
    public void remove(String imageId) {
        if (isOn()) {
            directory.remove(imageId);
            forget(imageId);
        }
    }

    private void forget(String imageId) {
        if (kept.remove(imageId) != null) {
            gone.add(imageId);
            tell();
        }
    }

    /** Removes all copies; returns how many there were. */
    public int clear() {
        var all = Set.copyOf(kept.keySet());
        all.forEach(this::remove);
        return all.size();
    }

    /** Removes what is invalid and what dead or stalled writers have left, and forgets copies that are not as made. */
    public void clean() throws IOException {
        directory.clean(clock.instant().minus(settings.stallTime().toDuration()));
        for (var one : Map.copyOf(kept).entrySet()) {
            if (!directory.find(one.getKey()).equals(Optional.of(one.getValue().file()))) {
                forget(one.getKey());
            }
        }
    }

    /**
     * What a shrinking has removed.
     *
     * @param files how many copies
     * @param bytes of all of them
     */
    public record Pruned(int files, long bytes) {}

    /** Removes the copies that were not read for the longest time, until the rest is no more than there may be. */
    public synchronized Pruned prune() {
        long size = size();
        long before = size;
        int files = 0;
        if (size > settings.maxSize().bytes()) {
            // The order is that of one moment: readers go on changing it.
            var oldest = kept.entrySet().stream()
                    .map(one -> Map.entry(one.getKey(), one.getValue().lastAccessed()))
                    .sorted(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .toList();
            for (var one : oldest) {
                if (size <= settings.maxSize().bytes()) {
                    break;
                }
                var copy = kept.get(one.getKey());
                if (copy != null) {
                    remove(one.getKey());
                    size -= copy.file().size();
                    files++;
                }
            }
        }
        tell();
        return new Pruned(files, before - size);
    }

    private long size() {
        return kept.values().stream().mapToLong(copy -> copy.file().size()).sum();
    }

    private void tell() {
        CacheFigures.holds(kept.size(), size());
    }

    /**
     * What the index does not know yet.
     *
     * @param changed copies that are new, or were read
     * @param gone images that have no copy any more
     * @param missed images that should have a copy and could not get one beside a download
     */
    record News(List<CacheEntry> changed, Set<String> gone, Set<String> missed) {

        boolean isEmpty() {
            return changed.isEmpty() && gone.isEmpty() && missed.isEmpty();
        }
    }

    /** Takes the news; whoever cannot write them down gives them back. */
    News takeNews() {
        var changed = kept.entrySet().stream()
                .filter(one -> one.getValue().takeChange())
                .map(one -> one.getValue().entry(one.getKey()))
                .sorted(Comparator.comparing(CacheEntry::imageId))
                .toList();
        var removed = new HashSet<String>();
        for (String imageId : Set.copyOf(gone)) {
            gone.remove(imageId);
            if (!kept.containsKey(imageId)) {
                removed.add(imageId);
            }
        }
        var late = Set.copyOf(missed);
        missed.removeAll(late);
        return new News(changed, removed, late);
    }

    void giveBack(News news) {
        news.changed()
                .forEach(entry -> Optional.ofNullable(kept.get(entry.imageId())).ifPresent(KeptImage::change));
        gone.addAll(news.gone());
        missed.addAll(news.missed());
    }

    /** The names in {@code queue}, where the reference noted what it was to fetch; they are removed. */
    List<String> takeQueued() throws IOException {
        return directory.takeQueued();
    }
}
