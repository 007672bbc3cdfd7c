package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.images.Image.Status;
import io.github.predella.images.Image.Visibility;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Everything that decides about actions, in all combinations: who asks, and what the image is like. */
public final class ActionSituations {

    private ActionSituations() {}

    /** Images belong to p1 and are offered to p2. */
    public static List<Caller> callers() {
        return List.of(
                Callers.admin("p9"),
                Callers.member("p1"),
                Callers.reader("p1"),
                Callers.inProject("p1", "gardener"),
                Callers.member("p2"),
                Callers.reader("p2"),
                Callers.member("p3"),
                Callers.anonymous(),
                new Caller("u", "p1", null, false, Set.of("member", "reader"), Set.of(), null, true, "req-1"));
    }

    /** What an image may be like; made anew each time, under a new id. */
    public record Situation(Status status, Visibility visibility, boolean marked, int copies, boolean formatted) {

        public Images image() {
            var image = Images.in(status).visible(visibility);
            if (marked) {
                image.guarded().hidden();
            }
            if (!formatted) {
                image.formats("qcow2", null);
            }
            if (copies > 0) {
                image.storedIn("fast", "memory://fast/x");
            }
            if (copies > 1) {
                image.storedIn("slow", "memory://slow/x");
            }
            return image;
        }
    }

    public static List<Situation> all() {
        var all = new ArrayList<Situation>();
        for (Status status : Status.values()) {
            for (Visibility visibility : Visibility.values()) {
                for (boolean marked : List.of(true, false)) {
                    for (int copies = 0; copies <= 2; copies++) {
                        all.add(new Situation(status, visibility, marked, copies, true));
                    }
                    all.add(new Situation(status, visibility, marked, 0, false));
                }
            }
        }
        all.removeIf(situation -> situation.status() == Status.DELETED || situation.status() == Status.PENDING_DELETE);
        return all;
    }
}
