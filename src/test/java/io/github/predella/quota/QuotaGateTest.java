package io.github.predella.quota;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.DataSize;
import io.github.predella.core.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fits and what does not, for given figures. */
class QuotaGateTest {

    private static final long MIB = 1024 * 1024;

    private Usage now = Usage.NOTHING;
    private final List<String> held = new ArrayList<>();

    private QuotaGate gate(QuotaSettings settings) {
        return new QuotaGate(settings, new ConfigLimits(settings), project -> now, held::add);
    }

    private static QuotaSettings limits(long count, long size, long uploading, long stage) {
        return new QuotaSettings(count, size, uploading, stage, new DataSize(0), null, false);
    }

    private static QuotaSettings storage(long bytes, Boolean keystoneLimits) {
        return new QuotaSettings(-1, -1, -1, -1, new DataSize(bytes), keystoneLimits, false);
    }

    private static QuotaSettings hard(QuotaSettings soft) {
        return new QuotaSettings(
                soft.imageCount(),
                soft.imageSize(),
                soft.uploading(),
                soft.imageStage(),
                soft.userStorage(),
                soft.keystoneLimits(),
                true);
    }

    private static void refused(String limit, Executable asked) {
        var fault = assertThrows(Fault.class, asked);
        assertEquals(Fault.Kind.TOO_LARGE, fault.kind());
        assertTrue(fault.getMessage().contains(limit), fault.getMessage());
    }

    @Test
    void stagedDataIsHeldToItsOwnLimit() {
        var gate = gate(limits(-1, 1, -1, 10));
        now = new Usage(5, 0, 50 * MIB, 0, 6 * MIB, 2 * MIB);

        assertEquals(Long.MAX_VALUE, gate.requireRoomForStaging("p", 2 * MIB).bytes());
        refused("image_stage_total", () -> gate.requireRoomForStaging("p", 3 * MIB));
        refused("image_size_total", () -> gate.requireRoomForUpload("p", 0));
    }

    @Test
    void anImportOfStagedDataNeedsRoomInTheStores() {
        var gate = gate(limits(-1, 10, 1, 1));
        now = new Usage(5, 1, 6 * MIB, 0, 4 * MIB, 0);

        assertDoesNotThrow(() -> gate.requireRoomForImport("p", "glance-direct", 4 * MIB));
        refused("image_size_total", () -> gate.requireRoomForImport("p", "glance-direct", 5 * MIB));
    }

    @Test
    void whatIsFetchedIsHeldToTheStagingLimitWithoutCountingItsImageAgain() {
        var gate = gate(limits(-1, -1, 1, 10));
        now = new Usage(5, 1, 0, 0, 4 * MIB, 0);

        assertEquals(Long.MAX_VALUE, gate.requireRoomForFetch("p", 6 * MIB).bytes());
        refused("image_stage_total", () -> gate.requireRoomForFetch("p", 7 * MIB));
    }

    @Test
    void fetchingWithoutKnownLengthTakesRoomInSteps() {
        var gate = gate(hard(limits(-1, -1, -1, 100)));
        now = new Usage(5, 1, 0, 0, 4 * MIB, 0);

        var room = gate.requireRoomForFetch("p", 0);

        assertEquals(new Room(64 * MIB, 64 * MIB, true), room);
        now = new Usage(5, 1, 0, 0, 4 * MIB, 64 * MIB);
        assertEquals(96 * MIB, gate.extendStaging("p", 64 * MIB, 65 * MIB));
        refused("image_stage_total", () -> gate.extendStaging("p", 64 * MIB, 97 * MIB));
    }

    @Test
    void dataThatOthersHaveStoredNeedsRoomInTheStores() {
        now = new Usage(5, 1, 6 * MIB, 0, 4 * MIB, 0);

        assertDoesNotThrow(() -> gate(limits(-1, 10, 1, 1)).requireRoomForAdoption("p", 4 * MIB));
        refused("image_size_total", () -> gate(limits(-1, 10, 1, 1)).requireRoomForAdoption("p", 5 * MIB));
        refused("user_storage", () -> gate(storage(10 * MIB, null)).requireRoomForAdoption("p", 4 * MIB + 1));
    }

    @Test
    void softlyOneMoreCopyIsHeldToTheStorageQuotaOnly() {
        now = new Usage(5, 1, 6 * MIB, 0, 4 * MIB, 0);

        assertDoesNotThrow(() -> gate(limits(-1, 1, -1, 1)).requireRoomForCopy("p", 4 * MIB));
        assertDoesNotThrow(() -> gate(storage(10 * MIB, null)).requireRoomForCopy("p", 4 * MIB));
        refused("user_storage", () -> gate(storage(10 * MIB, null)).requireRoomForCopy("p", 4 * MIB + 1));
    }

    @Test
    void hardEachCopyNeedsRoomInTheStores() {
        var gate = gate(hard(limits(-1, 10, -1, -1)));
        now = new Usage(5, 1, 6 * MIB, 0, 4 * MIB, 0);

        assertDoesNotThrow(() -> gate.requireRoomForCopy("p", 4 * MIB));
        refused("image_size_total", () -> gate.requireRoomForCopy("p", 4 * MIB + 1));
        assertEquals(List.of("p", "p"), held);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-download", "glance-download", "copy-image"})
    void anImportThatFetchesNeedsRoomWhereItStages(String method) {
        var gate = gate(limits(-1, 1, 2, 10));
        now = new Usage(5, 1, 6 * MIB, 0, 4 * MIB, 0);

        assertDoesNotThrow(() -> gate.requireRoomForImport("p", method, 6 * MIB));
        refused("image_stage_total", () -> gate.requireRoomForImport("p", method, 7 * MIB));
        now = new Usage(5, 2, 6 * MIB, 0, 4 * MIB, 0);
        refused("image_count_uploading", () -> gate.requireRoomForImport("p", method, 0));
    }

    @Test
    void switchedOffLimitsAllowEverything() {
        var settings = new QuotaSettings(0, 0, 0, 0, new DataSize(5), false, false);
        var gate = gate(settings);
        now = new Usage(5, 5, 3, 0, 5, 0);

        assertDoesNotThrow(() -> gate.requireRoomForImage("p"));
        assertEquals(2, gate.requireRoomForUpload("p", 0).bytes());
        refused("user_storage_quota", () -> gate.requireRoomForUpload("p", 3));
    }

    @Test
    void switchedOnLimitsReplaceTheStorageQuota() {
        now = new Usage(1, 0, 100, 0, 0, 0);

        refused("user_storage_quota", () -> gate(storage(50, null)).requireRoomForUpload("p", 1));
        assertDoesNotThrow(() -> gate(storage(50, true)).requireRoomForUpload("p", 1));
        assertDoesNotThrow(() -> gate(storage(50, true)).requireRoomForStored("p", 1));
    }

    @Test
    void hardlyAnUploadIsGrantedWhatItAnnounces() {
        var gate = gate(hard(limits(-1, 10, -1, -1)));
        now = new Usage(1, 0, 3 * MIB, 2 * MIB, 0, 0);

        assertEquals(new Room(5 * MIB, 5 * MIB, true), gate.requireRoomForUpload("p", 5 * MIB));
        refused("image_size_total", () -> gate.requireRoomForUpload("p", 5 * MIB + 1));
        assertEquals(List.of("p", "p"), held);
    }

    @Test
    void hardlyAnUploadOfUnknownLengthIsGrantedAStep() {
        var gate = gate(hard(limits(-1, 100, -1, -1)));

        assertEquals(64 * MIB, gate.requireRoomForUpload("p", 0).reserved());
        now = new Usage(1, 0, 70 * MIB, 0, 0, 0);
        assertEquals(30 * MIB, gate.requireRoomForUpload("p", 0).reserved());
        now = new Usage(1, 0, 100 * MIB, 0, 0, 0);
        refused("image_size_total", () -> gate.requireRoomForUpload("p", 0));
    }

    @Test
    void stepsGrowWithTheUpload() {
        var gate = gate(hard(limits(-1, 100_000, -1, -1)));
        now = new Usage(1, 1, 0, 64 * MIB, 0, 0);

        assertEquals(129 * MIB, gate.extendUpload("p", 64 * MIB, 65 * MIB));
        now = new Usage(1, 1, 0, 4000 * MIB, 0, 0);
        assertEquals(5000 * MIB, gate.extendUpload("p", 4000 * MIB, 4000 * MIB));
        now = new Usage(1, 1, 0, 90_000 * MIB, 0, 0);
        assertEquals(94_096 * MIB, gate.extendUpload("p", 90_000 * MIB, 90_000 * MIB));
    }

    @Test
    void theLastStepIsWhatIsLeft() {
        var gate = gate(hard(limits(-1, 100, -1, 100)));
        now = new Usage(2, 1, 20 * MIB, 64 * MIB, 20 * MIB, 64 * MIB);

        assertEquals(80 * MIB, gate.extendUpload("p", 64 * MIB, 80 * MIB));
        refused("image_size_total", () -> gate.extendUpload("p", 64 * MIB, 80 * MIB + 1));
        assertEquals(80 * MIB, gate.extendStaging("p", 64 * MIB, 70 * MIB));
        refused("image_stage_total", () -> gate.extendStaging("p", 64 * MIB, 80 * MIB + 1));
    }

    @Test
    void nobodyWaitsWhereThereIsNothingToCount() {
        var gate = gate(hard(limits(-1, -1, -1, -1)));

        gate.requireRoomForImage("p");
        var room = gate.requireRoomForUpload("p", 7);

        assertEquals(new Room(Long.MAX_VALUE, 7, false), room);
        assertEquals(List.of(), held);
    }
}
