package io.github.predella.testing;

import io.github.predella.data.Staged;
import io.github.predella.data.StagingNotes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The notes about staged data in a map. */
public final class MemoryStagingNotes implements StagingNotes {

    private final Map<String, Staged> notes = new ConcurrentSkipListMap<>();

    private final Map<String, Instant> times = new ConcurrentHashMap<>();

    @Override
    public void begin(String imageId, String area, Instant when) {
        times.put(imageId, when);
        notes.put(imageId, new Staged(imageId, area, 0, null, List.of(), false));
    }

    @Override
    public boolean complete(Staged staged, Instant when) {
        var noted = notes.get(staged.imageId());
        if (noted == null || !noted.area().equals(staged.area())) {
            return false;
        }
        times.put(staged.imageId(), when);
        return notes.replace(staged.imageId(), noted, staged);
    }

    @Override
    public Optional<Staged> find(String imageId) {
        return Optional.ofNullable(notes.get(imageId));
    }

    @Override
    public void remove(String imageId) {
        notes.remove(imageId);
    }

    @Override
    public List<String> before(Instant time, String after, int limit) {
        return notes.keySet().stream()
                .filter(image -> image.compareTo(after) > 0 && times.get(image).isBefore(time))
                .limit(limit)
                .toList();
    }

    @Override
    public void removeBefore(String imageId, Instant time) {
        if (notes.containsKey(imageId) && times.get(imageId).isBefore(time)) {
            notes.remove(imageId);
        }
    }

    @Override
    public List<Staged> inArea(String area) {
        return notes.values().stream()
                .filter(staged -> staged.area().equals(area))
                .toList();
    }
}
