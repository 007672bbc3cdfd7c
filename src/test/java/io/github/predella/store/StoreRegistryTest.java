package io.github.predella.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.MemoryStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoreRegistryTest {

    private static final ObjectStoreProvider MEMORY = new Provider("memory", true);
    private static final ObjectStoreProvider SHOWCASE = new Provider("showcase", false);

    @Test
    void storesAreListedInTheConfiguredOrder() {
        var registry = open(true, "b", entry("c", "memory", 0), entry("b", "memory", 0), entry("a", "showcase", 0));

        var ids = registry.all().stream().map(ConfiguredStore::id).toList();

        assertEquals(List.of("c", "b", "a"), ids);
        assertEquals("b", registry.standard().id());
        assertEquals(Optional.empty(), registry.byId("d"));
        assertTrue(registry.byId("c").orElseThrow().writable());
    }

    @Test
    void aLocationIsHeldByItsRecordedStoreOrByTheOneThatKnowsTheAddress() {
        var registry = open(true, "a", entry("a", "memory", 0), entry("b", "memory", 0));

        var recorded = registry.holding(Location.in("a", "memory://b/object"));
        var recognised = registry.holding(new Location("memory://b/object", null, Map.of()));
        var unknown = registry.holding(Location.in("gone", "elsewhere://object"));

        assertEquals("a", recorded.orElseThrow().id());
        assertEquals("b", recognised.orElseThrow().id());
        assertEquals(Optional.empty(), unknown);
    }

    @Test
    void inTheSingleStoreFormEveryAddressOfATypeIsOfItsStore() {
        var address = new Location("memory://somewhere/else", null, Map.of());

        var single = open(false, "memory", entry("memory", "memory", 0)).holding(address);
        var several = open(true, "memory", entry("memory", "memory", 0)).holding(address);

        assertEquals("memory", single.orElseThrow().id());
        assertEquals(Optional.empty(), several);
    }

    @Test
    void anUnknownTypeIsRefused() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> open(true, "a", entry("a", "memory", 0), entry("b", "tape", 0)));

        assertEquals("store b has the unknown type tape; known are [memory, showcase]", refusal.getMessage());
    }

    @Test
    void theSingleStoreFormMayListTypesThatAreMissing() {
        var registry = open(false, "memory", entry("memory", "memory", 0), entry("tape", "tape", 0));

        assertEquals(1, registry.all().size());
    }

    @Test
    void theDefaultStoreMustTakeData() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> open(true, "a", entry("a", "showcase", 0)));

        assertTrue(refusal.getMessage().contains("must take data"));
    }

    private static StoreRegistry open(boolean multiStore, String standard, StoreSettings.Entry... entries) {
        return StoreRegistry.open(new StoreSettings(multiStore, standard, List.of(entries)), List.of(MEMORY, SHOWCASE));
    }

    private static StoreSettings.Entry entry(String id, String type, int weight) {
        return new StoreSettings.Entry(id, type, Map.of("weight", Integer.toString(weight)));
    }

    private record Provider(String type, boolean writable) implements ObjectStoreProvider {

        @Override
        public String summary() {
            return "objects on the heap";
        }

        @Override
        public Set<String> schemes() {
            return Set.of("memory");
        }

        @Override
        public ObjectStore create(String id, Map<String, String> options) {
            return new MemoryStore(id);
        }
    }
}
