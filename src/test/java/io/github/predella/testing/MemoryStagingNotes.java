package io.github.predella.testing;

import io.github.predella.data.Staged;
import io.github.predella.data.StagingNotes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The notes about staged data in a map. */
public final class MemoryStagingNotes implements StagingNotes {

    private final Map<String, Staged> notes = new ConcurrentSkipListMap<>();

    @Override
    public void begin(String imageId, String area, Instant when) {
        notes.put(imageId, new Staged(imageId, area, 0, null, List.of(), false));
    }

    @Override
    public boolean complete(Staged staged, Instant when) {
        var noted = notes.get(staged.imageId());
        return noted != null && noted.area().equals(staged.area()) && notes.replace(staged.imageId(), noted, staged);
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
    public List<Staged> inArea(String area) {
        return notes.values().stream()
                .filter(staged -> staged.area().equals(area))
                .toList();
    }
}
