package io.github.predella.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ports through which requests have come. Where the server shows none, nothing is shut or closed: it is only told
 * that the node is not ready. Safe for any thread.
 */
@ApplicationScoped
public class FrontDoors {

    private final Map<Integer, Optional<FrontDoor>> doors = new ConcurrentHashMap<>();

    /** Remembers the port of a request. */
    void note(ServletRequest request) {
        if (!doors.containsKey(request.getLocalPort())) {
            doors.put(request.getLocalPort(), FrontDoor.of(request));
        }
    }

    /** Refuses connections from now on. */
    void shut() {
        doors.values().forEach(door -> door.ifPresent(FrontDoor::shut));
    }

    /** Closes the connections on which nothing is under way. */
    void closeIdle() {
        doors.values().forEach(door -> door.ifPresent(FrontDoor::closeIdle));
    }

    /** Closes all connections, whatever is under way. */
    void closeAll() {
        doors.values().forEach(door -> door.ifPresent(FrontDoor::closeAll));
    }

    /** Whether no connection is open, as far as can be seen. */
    boolean areDeserted() {
        return doors.values().stream().flatMap(Optional::stream).allMatch(FrontDoor::isDeserted);
    }
}
