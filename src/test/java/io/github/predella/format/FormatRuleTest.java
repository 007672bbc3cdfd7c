package io.github.predella.format;

import static io.github.predella.format.Crafted.inspect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatRuleTest {

    private static final Inspection RAW = inspect(new byte[1000], 1000);
    private static final Inspection NOTHING = inspect(new byte[0], 1);
    private static final Inspection QCOW2 = inspect(Crafted.qcow2(3).array(), 1024);
    private static final Inspection BACKED =
            inspect(Crafted.qcow2(3).bigLong(8, 9).array(), 1024);
    private static final Inspection AMBIGUOUS =
            inspect(Crafted.iso().text(0, "QFI\u00fb").bigInt(4, 3).array(), 1024);
    private static final Inspection ODD_TABLE =
            inspect(Crafted.partitioned().bytes(446, 1).array(), 1024);
    private static final Inspection BROKEN =
            inspect(Crafted.disk(1000).text(0, "vhdxfile").array(), 1024);

    private final FormatRule strict = new FormatRule(true, Set.of());
    private final FormatRule lenient = new FormatRule(false, Set.of());

    @Test
    void whatIsDeclaredAndDetectedIsAcceptedWithItsVirtualSize() {
        var acceptance = strict.judge(QCOW2, "qcow2");

        assertEquals(new FormatRule.Acceptance(OptionalLong.of(10L << 30), List.of()), acceptance);
    }

    @Test
    void rawDataIsAsLargeAsItIs() {
        assertEquals(OptionalLong.of(1000), strict.judge(RAW, "raw").virtualSize());
        assertEquals(OptionalLong.empty(), strict.judge(NOTHING, "raw").virtualSize());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ami", "ari", "aki", "ploop"})
    void formatsWithoutARecogniserAreTakenAtTheirWord(String declared) {
        var acceptance = strict.judge(RAW, declared);

        assertEquals(new FormatRule.Acceptance(OptionalLong.empty(), List.of()), acceptance);
    }

    @Test
    void anythingMayBeDeclaredRaw() {
        var acceptance = strict.judge(QCOW2, "raw");

        assertEquals(OptionalLong.of(1024), acceptance.virtualSize());
        assertEquals(List.of("The content is declared raw and looks like qcow2"), acceptance.warnings());
    }

    @Test
    void declaringRawDoesNotAvoidTheChecksOfTheContent() {
        var fault = assertThrows(Fault.class, () -> lenient.judge(BACKED, "raw"));

        assertEquals(Fault.Kind.UNSUPPORTED_TYPE, fault.kind());
        assertEquals(
                "The content failed the check backing_file of the format qcow2: it is backed by another file.",
                fault.detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"qcow2", "vmdk", "vhd", "vhdx", "vdi", "iso"})
    void rawDataIsNoRecognisableFormat(String declared) {
        var fault = assertThrows(Fault.class, () -> strict.judge(RAW, declared));

        assertEquals(Fault.Kind.UNSUPPORTED_TYPE, fault.kind());
        assertEquals("The content is raw, not " + declared + ".", fault.detail());
    }

    @Test
    void anotherFormatIsRefusedOrAcceptedWithoutASize() {
        var fault = assertThrows(Fault.class, () -> strict.judge(QCOW2, "vmdk"));
        var acceptance = lenient.judge(QCOW2, "vmdk");

        assertEquals("The content is qcow2, not vmdk.", fault.detail());
        assertEquals(OptionalLong.empty(), acceptance.virtualSize());
        assertEquals(List.of("The content is qcow2, not vmdk"), acceptance.warnings());
    }

    @Test
    void aFormatWithoutARecogniserDoesNotHideARecognisedOne() {
        assertThrows(Fault.class, () -> strict.judge(QCOW2, "ami"));
    }

    @Test
    void severalFormatsAreAMismatchWithAnyDeclaration() {
        for (String declared : List.of("qcow2", "iso", "raw")) {
            assertThrows(Fault.class, () -> strict.judge(AMBIGUOUS, declared));
            assertEquals(
                    OptionalLong.empty(), lenient.judge(AMBIGUOUS, declared).virtualSize());
        }
    }

    @Test
    void aFailedCheckIsFatalEvenWhenFormatsNeedNotMatch() {
        assertThrows(Fault.class, () -> lenient.judge(BACKED, "qcow2"));
        assertThrows(Fault.class, () -> lenient.judge(BACKED, "vmdk"));
    }

    @Test
    void checksOfPartitionTablesMayBeMadeWarnings() {
        var mild = new FormatRule(true, Set.of("mbr"));

        var acceptance = mild.judge(ODD_TABLE, "raw");

        assertEquals(OptionalLong.of(40_000), acceptance.virtualSize());
        assertEquals(2, acceptance.warnings().size());
        assertThrows(Fault.class, () -> strict.judge(ODD_TABLE, "raw"));
        assertThrows(Fault.class, () -> new FormatRule(true, Set.of("backing_file")).judge(BACKED, "qcow2"));
    }

    @Test
    void brokenDataIsRefusedWhenFormatsMustMatch() {
        var fault = assertThrows(Fault.class, () -> strict.judge(BROKEN, "vhdx"));
        var acceptance = lenient.judge(BROKEN, "vhdx");

        assertEquals("The content is damaged: it only begins like vhdx.", fault.detail());
        assertEquals(OptionalLong.empty(), acceptance.virtualSize());
    }

    @Test
    void onlyBareDisksAreLookedInto() {
        assertTrue(FormatRule.appliesTo("bare"));
        assertFalse(FormatRule.appliesTo("ova"));
        assertFalse(FormatRule.appliesTo(null));
    }
}
