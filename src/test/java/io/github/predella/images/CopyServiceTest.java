package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.config.PolicySettings;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.policy.CurrentRules;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.PolicyFile;
import io.github.predella.policy.PolicyRules;
import io.github.predella.store.ObjectName;
import io.github.predella.store.ObjectStore;
import io.github.predella.store.ObjectStoreProvider;
import io.github.predella.store.StoreRegistry;
import io.github.predella.store.StoreSettings;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import io.github.predella.testing.MemoryImageRepository;
import io.github.predella.testing.MemoryMemberRepository;
import io.github.predella.testing.MemoryStore;
import io.github.predella.testing.TestingClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopyServiceTest {

    private static final Caller ADMIN = Callers.admin("elsewhere");

    private final Map<String, MemoryStore> stores = new LinkedHashMap<>();
    private final StoreRegistry registry = StoreRegistry.open(
            StoreSettings.read(
                    "fast:memory,slow:memory,third:memory",
                    section -> section.equals(StoreSettings.SECTION) ? Map.of("default_backend", "fast") : Map.of(),
                    ""),
            List.of(new MemoryStores()));
    private final MemoryMemberRepository members = new MemoryMemberRepository();
    private final MemoryImageRepository images = new MemoryImageRepository(members);
    private final CurrentRules rules = new CurrentRules(
            new PolicyFile(Path.of("target", "no-rules"), "policy.yaml", List.of()),
            List.of(ImagePermission.values()),
            new PolicyRules.Reading(true, "default"),
            new TestingClock());
    private final CopyService copies = new CopyService(
            images,
            members,
            new ImageAccess(new Enforcer(rules), images, new PolicySettings("policy.yaml", List.of(), "default", true)),
            registry,
            new TestingClock(Images.NOON));

    @Test
    void removedCopyIsGoneFromItsStoreAndFromTheRecord() throws IOException {
        var id = stored("fast", "slow");

        copies.remove(ADMIN, "fast", id);

        assertEquals(List.of("slow"), storesOf(id));
        assertEquals(
                List.of(0, 1),
                List.of(stores.get("fast").count(), stores.get("slow").count()));
    }

    @Test
    void onlyCopyStays() throws IOException {
        var id = stored("fast");

        var refusal = assertThrows(Fault.class, () -> copies.remove(ADMIN, "fast", id));

        assertEquals(Fault.Kind.FORBIDDEN, refusal.kind());
        assertEquals(1, stores.get("fast").count());
    }

    @Test
    void onlyCopyIsToldBeforeAWrongStore() throws IOException {
        var id = stored("fast");

        var refusal = assertThrows(Fault.class, () -> copies.remove(ADMIN, "slow", id));

        assertEquals(Fault.Kind.FORBIDDEN, refusal.kind());
    }

    @Test
    void storeWithoutACopyIsToldSo() throws IOException {
        var id = stored("fast", "slow");

        var refusal = assertThrows(Fault.class, () -> copies.remove(ADMIN, "third", id));

        assertEquals(Fault.Kind.NOT_FOUND, refusal.kind());
    }

    @Test
    void dataThatIsGoneAlreadyIsNoObstacle() throws IOException {
        var id = stored("fast", "slow");
        stores.get("fast").discard(new ObjectName(id));

        copies.remove(ADMIN, "fast", id);

        assertEquals(List.of("slow"), storesOf(id));
    }

    @Test
    void membersMayNotRemoveCopies() throws IOException {
        var id = stored("fast", "slow");

        var refusal = assertThrows(Fault.class, () -> copies.remove(Callers.member("p1"), "fast", id));

        assertEquals(Fault.Kind.FORBIDDEN, refusal.kind());
        assertEquals(List.of("fast", "slow"), storesOf(id));
    }

    @Test
    void nothingIsAdoptedWhereNoStoreTakesWhatOthersHaveStored() {
        var waiting = Images.queued().done();
        images.insert(waiting);

        var refusal = assertThrows(Fault.class, () -> copies.requireAdoptable(Callers.member("p1"), waiting.id()));

        assertEquals(Fault.Kind.FORBIDDEN, refusal.kind());
    }

    private String stored(String... names) throws IOException {
        var image = Images.active().done();
        var locations = new ArrayList<ImageLocation>();
        for (String name : names) {
            try (var writer = stores.get(name).create(new ObjectName(image.id()), OptionalLong.empty())) {
                writer.accept(new byte[] {1}, 0, 1);
                locations.add(ImageLocation.in(name, writer.commit().location().address()));
            }
        }
        images.insert(image.with(List.copyOf(locations)));
        return image.id();
    }

    private List<String> storesOf(String id) {
        return images.find(id).orElseThrow().locations().stream()
                .map(ImageLocation::store)
                .toList();
    }

    private final class MemoryStores implements ObjectStoreProvider {

        @Override
        public String type() {
            return "memory";
        }

        @Override
        public String summary() {
            return "keeps objects in memory";
        }

        @Override
        public Set<String> schemes() {
            return Set.of("memory");
        }

        @Override
        public boolean writable() {
            return true;
        }

        @Override
        public ObjectStore create(String id, Map<String, String> options) {
            return stores.computeIfAbsent(id, MemoryStore::new);
        }
    }
}
