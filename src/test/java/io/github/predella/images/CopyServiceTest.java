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
import io.github.predella.store.StoreFault;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import io.github.predella.testing.MemoryDataLedger;
import io.github.predella.testing.MemoryImageRepository;
import io.github.predella.testing.MemoryMemberRepository;
import io.github.predella.testing.StubbornStore;
import io.github.predella.testing.StubbornStores;
import io.github.predella.testing.TestingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyServiceTest {

    private static final Caller ADMIN = Callers.admin("elsewhere");

    private final StubbornStores stores = new StubbornStores("fast", "slow", "third");
    private final MemoryMemberRepository members = new MemoryMemberRepository();
    private final MemoryImageRepository images = new MemoryImageRepository(members);
    private final CurrentRules rules = new CurrentRules(
            new PolicyFile(Path.of("target", "no-rules"), "policy.yaml", List.of()),
            List.of(ImagePermission.values()),
            new PolicyRules.Reading(true, "default"),
            new TestingClock());
    private final TestingClock clock = new TestingClock(Images.NOON);
    private final CopyService copies = new CopyService(
            images,
            new ImageAccess(new Enforcer(rules), images, new PolicySettings("policy.yaml", List.of(), "default", true)),
            clock);
    private final MemoryDataLedger data = new MemoryDataLedger(images);
    private final DataRemoval removal = new DataRemoval(new RemovalService(data, clock), stores.registry());
    private final DeletionService deletions = new DeletionService(null, copies, removal, null);

    @Test
    void removedCopyIsGoneFromItsStoreAndFromTheRecord() {
        var id = stored("fast", "slow");

        deletions.deleteCopy(ADMIN, "fast", id);

        assertEquals(List.of("slow"), storesOf(id));
        assertEquals(
                List.of(0, 1),
                List.of(stores.get("fast").count(), stores.get("slow").count()));
    }

    @Test
    void onlyCopyStays() {
        var id = stored("fast");

        var refusal = assertThrows(Fault.class, () -> deletions.deleteCopy(ADMIN, "fast", id));

        assertEquals(Fault.Kind.FORBIDDEN, refusal.kind());
        assertEquals(1, stores.get("fast").count());
    }

    @Test
    void onlyCopyIsToldBeforeAWrongStore() {
        var id = stored("fast");

        var refusal = assertThrows(Fault.class, () -> deletions.deleteCopy(ADMIN, "slow", id));

        assertEquals(Fault.Kind.FORBIDDEN, refusal.kind());
    }

    @Test
    void storeWithoutACopyIsToldSo() {
        var id = stored("fast", "slow");

        var refusal = assertThrows(Fault.class, () -> deletions.deleteCopy(ADMIN, "third", id));

        assertEquals(Fault.Kind.NOT_FOUND, refusal.kind());
    }

    @Test
    void dataThatIsGoneAlreadyIsNoObstacle() {
        var id = stored("fast", "slow");
        stores.get("fast").discard(new ObjectName(id));

        deletions.deleteCopy(ADMIN, "fast", id);

        assertEquals(List.of("slow"), storesOf(id));
    }

    @Test
    void membersMayNotRemoveCopies() {
        var id = stored("fast", "slow");

        var refusal = assertThrows(Fault.class, () -> deletions.deleteCopy(Callers.member("p1"), "fast", id));

        assertEquals(Fault.Kind.FORBIDDEN, refusal.kind());
        assertEquals(List.of("fast", "slow"), storesOf(id));
    }

    @Test
    void storeThatDoesNotAnswerIsAskedAgainLater() {
        var id = stored("fast", "slow");
        stores.get("fast").onDelete(StubbornStore.refusing(StoreFault.Kind.UNAVAILABLE));

        deletions.deleteCopy(ADMIN, "fast", id);
        stores.get("fast").onDelete(() -> {});

        assertEquals(List.of("slow"), readableOf(id));
        removal.removeAll();
        assertEquals(1, stores.get("fast").count());
        clock.advance(Duration.ofMinutes(6));
        removal.removeAll();
        assertEquals(0, stores.get("fast").count());
        assertEquals(List.of("slow"), storesOf(id));
    }

    @ParameterizedTest
    @CsvSource({"IN_USE,CONFLICT", "DENIED,UNAVAILABLE"})
    void copyThatTheStoreKeepsIsBackInTheRecord(StoreFault.Kind kind, Fault.Kind told) {
        var id = stored("fast", "slow");
        stores.get("fast").onDelete(StubbornStore.refusing(kind));

        var refusal = assertThrows(Fault.class, () -> deletions.deleteCopy(ADMIN, "fast", id));

        assertEquals(told, refusal.kind());
        assertEquals(List.of("fast", "slow"), readableOf(id));
        clock.advance(Duration.ofMinutes(6));
        removal.removeAll();
        assertEquals(1, stores.get("fast").count());
    }

    @Test
    void copyIsGoneFromTheRecordBeforeItIsFromTheStore() {
        var id = stored("fast", "slow");
        var seen = new ArrayList<String>();
        stores.get("fast").onDelete(() -> seen.addAll(readableOf(id)));

        deletions.deleteCopy(ADMIN, "fast", id);

        assertEquals(List.of("slow"), seen);
    }

    @Test
    void lastReadableCopyStaysWhileAnotherIsBeingRemoved() {
        var id = stored("fast", "slow");
        var refusals = new ArrayList<Fault>();
        stores.get("fast")
                .onDelete(() -> refusals.add(assertThrows(Fault.class, () -> deletions.deleteCopy(ADMIN, "slow", id))));

        deletions.deleteCopy(ADMIN, "fast", id);

        assertEquals(
                List.of(Fault.Kind.FORBIDDEN),
                refusals.stream().map(Fault::kind).toList());
        assertEquals(List.of("slow"), storesOf(id));
    }

    @Test
    void copyOfAnImageThatIsDeletedMeanwhileIsNotPutBack() {
        var id = stored("fast", "slow");
        stores.get("fast").onDelete(() -> {
            images.markGone(id, Image.Status.ACTIVE, Image.Status.DELETED, Images.NOON);
            throw new StoreFault(StoreFault.Kind.IN_USE, "fast", "a copy was made of it", null);
        });

        assertThrows(Fault.class, () -> deletions.deleteCopy(ADMIN, "fast", id));
        stores.get("fast").onDelete(() -> {});
        removal.removeAll();

        assertEquals(0, stores.get("fast").count() + stores.get("slow").count());
    }

    private String stored(String... names) {
        var image = Images.active();
        String id = image.done().id();
        for (String name : names) {
            image.storedIn(name, stores.put(name, id, new byte[] {1}));
        }
        images.insert(image.done());
        return id;
    }

    private List<String> readableOf(String id) {
        return images.find(id).orElseThrow().locations().stream()
                .filter(ImageLocation::isReadable)
                .map(ImageLocation::store)
                .toList();
    }

    private List<String> storesOf(String id) {
        return images.find(id).orElseThrow().locations().stream()
                .map(ImageLocation::store)
                .toList();
    }
}
