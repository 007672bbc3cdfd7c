package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.core.Caller;
import io.github.predella.store.ObjectName;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import io.github.predella.testing.MemoryStore;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DataRemovalTest {

    private static final Caller ALICE = Callers.member("p1");

    private final LedgerFixture ledger = new LedgerFixture();

    private MemoryStore store(String id) {
        return (MemoryStore) ledger.stores.get(id);
    }

    /** An active image with one byte in each of the stores. */
    private Image imageIn(String... stores) throws IOException {
        var image = Images.active();
        String id = image.done().id();
        for (String store : stores) {
            try (var writer = store(store).create(new ObjectName(id), OptionalLong.of(1))) {
                writer.accept(new byte[1], 0, 1);
                image.storedIn(store, writer.commit().location().address());
            }
        }
        return ledger.store(image);
    }

    @Test
    void theDataGoesWithTheImage() throws IOException {
        var image = imageIn("fast", "slow");

        ledger.deletions.delete(ALICE, image.id());

        assertEquals(0, store("fast").count() + store("slow").count());
        assertEquals(List.of(), ledger.data.toRemove(image.id()));
    }

    @Test
    void theDataOfOthersStays() throws IOException {
        imageIn("fast");

        ledger.deletions.delete(ALICE, imageIn("fast").id());
        ledger.removal.removeAll();

        assertEquals(1, store("fast").count());
    }

    @Test
    void dataThatIsGoneAlreadyIsNoTrouble() throws IOException {
        var image = imageIn("fast");
        store("fast").discard(new ObjectName(image.id()));

        ledger.deletions.delete(ALICE, image.id());

        assertEquals(List.of(), ledger.data.toRemove(image.id()));
    }

    @Test
    void anAddressThatIsNoneIsNoTrouble() {
        var image = ledger.store(Images.active().storedIn("fast", "no address"));

        ledger.deletions.delete(ALICE, image.id());

        assertEquals(List.of(), ledger.data.toRemove(image.id()));
    }

    @Test
    void dataInAStoreThatIsNotConfiguredWaitsAndKeepsNothingElseWaiting() throws IOException {
        for (int i = 0; i < 250; i++) {
            ledger.disposals.delete(
                    ALICE,
                    ledger.store(Images.active().storedIn("lost", "tape://" + i))
                            .id());
        }
        var image = imageIn("fast");
        ledger.disposals.delete(ALICE, image.id());

        ledger.removal.removeAll();

        assertEquals(0, store("fast").count());
        assertEquals(250, ledger.data.toRemove(0, 1000).size());
    }
}
