package io.github.predella.testing;

import io.github.predella.jobs.NodeBeats;
import io.github.predella.jobs.NodeName;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signs of life in a map. */
public final class MemoryNodeBeats implements NodeBeats {

    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    @Override
    public void beat(NodeName node, Instant when) {
        seen.put(node.text(), when);
    }

    @Override
    public boolean isAliveSince(String node, Instant time) {
        return seen.containsKey(node) && !seen.get(node).isBefore(time);
    }

    @Override
    public void forget(NodeName node) {
        seen.remove(node.text());
    }

    @Override
    public void forgetSilentSince(Instant time) {
        seen.values().removeIf(beat -> beat.isBefore(time));
    }
}
