package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.PolicySettings;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.db.Dialect;
import io.github.predella.images.db.JpaDataLedger;
import io.github.predella.images.db.JpaImageRepository;
import io.github.predella.images.db.LocationText;
import io.github.predella.store.StoreFault;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import io.github.predella.testing.StubbornStore;
import io.github.predella.testing.StubbornStores;
import io.github.predella.testing.TestingClock;
import io.github.predella.testing.TestingDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * While a store takes its time over a copy, no transaction is open and no row is locked. Transactions begin here where
 * the server begins them: around the methods of the services.
 */
class HangingStoreTest {

    private static final Caller ADMIN = Callers.admin("elsewhere");

    private final TestingDatabase database = TestingDatabase.of(Dialect.DERBY);
    private final ImageRepository images = new JpaImageRepository(database.rows(), Dialect.DERBY, LocationText.PLAIN);
    private final TestingClock clock = new TestingClock(Images.NOON);
    private final StubbornStores stores = new StubbornStores("fast", "slow");
    private final DeletionService deletions = new DeletionService(
            null, new InTransactions(), new DataRemoval(new NotesInTransactions(clock), stores.registry()), null);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void othersChangeTheImageWhileItsCopyIsRemoved() {
        var id = stored();
        stores.get("fast").onDelete(() -> assertTrue(deactivateOnAnotherConnection(id)));

        deletions.deleteCopy(ADMIN, "fast", id);

        assertEquals(0, stores.get("fast").count());
        assertEquals(List.of("slow active"), copies(id));
    }

    @Test
    void refusalAfterOthersHaveChangedTheImagePutsTheCopyBack() {
        var id = stored();
        stores.get("fast").onDelete(() -> {
            assertTrue(deactivateOnAnotherConnection(id));
            StubbornStore.refusing(StoreFault.Kind.IN_USE).run();
        });

        var refusal = assertThrows(Fault.class, () -> deletions.deleteCopy(ADMIN, "fast", id));

        assertEquals(Fault.Kind.CONFLICT, refusal.kind());
        assertEquals(List.of("fast active", "slow active"), copies(id));
    }

    private String stored() {
        var image = Images.active();
        String id = image.done().id();
        image.storedIn("fast", stores.put("fast", id, new byte[1]));
        image.storedIn("slow", stores.put("slow", id, new byte[1]));
        return database.in(() -> {
            images.insert(image.done());
            return id;
        });
    }

    /** Blocks, and fails in the end, if the row of the image is locked. */
    private boolean deactivateOnAnotherConnection(String id) {
        try (var session = database.session()) {
            var others = new JpaImageRepository(session.rows(), Dialect.DERBY, LocationText.PLAIN);
            return session.in(() -> others.move(id, Image.Status.ACTIVE, Image.Status.DEACTIVATED, Images.NOON));
        }
    }

    private List<String> copies(String id) {
        return database.in(() -> images.find(id).orElseThrow()).locations().stream()
                .map(copy -> copy.store() + " " + copy.status())
                .toList();
    }

    private final class InTransactions extends CopyService {

        InTransactions() {
            super(
                    images,
                    new ImageAccess(
                            LedgerFixture.enforcer(Path.of("/nonexistent"), true),
                            images,
                            new PolicySettings("policy.yaml", List.of(), "default", true)),
                    clock);
        }

        @Override
        public ImageLocation withdraw(Caller caller, String store, String id) {
            return database.in(() -> super.withdraw(caller, store, id));
        }
    }

    private final class NotesInTransactions extends RemovalService {

        NotesInTransactions(Clock clock) {
            super(new JpaDataLedger(database.rows(), Dialect.DERBY, LocationText.PLAIN), clock);
        }

        @Override
        public void removed(ImageLocation location) {
            database.in(() -> {
                super.removed(location);
                return null;
            });
        }

        @Override
        public void restore(ImageLocation copy) {
            database.in(() -> {
                super.restore(copy);
                return null;
            });
        }
    }
}
