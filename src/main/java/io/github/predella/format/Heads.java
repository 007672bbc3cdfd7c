package io.github.predella.format;

import java.util.List;
import java.util.Optional;

/** The formats that show everything in one place near the beginning. */
final class Heads {

    private static final int SECTOR = 512;

    private static final long QCOW2_DATA_FILE = 1L << 2;
    private static final long QCOW2_KNOWN_FEATURES = 0b1111;

    private static final long ISO_DESCRIPTOR = 32_768;
    private static final int ISO_DESCRIPTOR_BYTES = 2048;

    private Heads() {}

    static List<FormatInspector> inspectors() {
        return List.of(
                new HeadInspector(0, SECTOR, Heads::qcow2),
                new HeadInspector(0, 4, Heads::qed),
                new HeadInspector(0, SECTOR, Heads::vhd),
                new HeadInspector(0, SECTOR, Heads::vdi),
                new HeadInspector(0, SECTOR, Heads::luks),
                new HeadInspector(0, SECTOR, Heads::partitions),
                new HeadInspector(ISO_DESCRIPTOR, ISO_DESCRIPTOR_BYTES, Heads::iso));
    }

    private static Optional<Finding> qcow2(Window head, long size) {
        if (!head.hasAt(0, "QFI\u00fb")) {
            return Optional.empty();
        }
        long version = head.bigInt(4);
        long features = version == 3 ? head.bigLong(72) : 0;
        boolean unknown = (version != 2 && version != 3) || (features & ~QCOW2_KNOWN_FEATURES) != 0;
        return Optional.of(Finding.of("qcow2", head.bigLong(24))
                .failing(head.bigLong(8) != 0, "backing_file", "it is backed by another file")
                .failing((features & QCOW2_DATA_FILE) != 0, "data_file", "its data is in another file")
                .failing(unknown, "unknown_features", "its version or features are not among the known ones"));
    }

    private static Optional<Finding> qed(Window head, long size) {
        return head.hasAt(0, "QED\0")
                ? Optional.of(Finding.sizeless("qed").failing(true, "banned", "this format is not accepted at all"))
                : Optional.empty();
    }

    private static Optional<Finding> vhd(Window head, long size) {
        return head.hasAt(0, "conectix") ? Optional.of(Finding.of("vhd", head.bigLong(40))) : Optional.empty();
    }

    private static Optional<Finding> vdi(Window head, long size) {
        return head.littleInt(64) == 0xBEDA107FL
                ? Optional.of(Finding.of("vdi", head.littleLong(0x170)))
                : Optional.empty();
    }

    private static Optional<Finding> luks(Window head, long size) {
        if (!head.hasAt(0, "LUKS\u00ba\u00be")) {
            return Optional.empty();
        }
        boolean first = head.bigShort(6) == 1;
        Finding found = first ? Finding.of("luks", size - head.bigInt(104) * SECTOR) : Finding.sizeless("luks");
        return Optional.of(found.failing(!first, "version", "its version is not 1"));
    }

    private static Optional<Finding> iso(Window head, long size) {
        boolean iso9660 = head.hasAt(1, "CD001");
        if (!iso9660 && !head.hasAt(1, "NSR02") && !head.hasAt(1, "NSR03")) {
            return Optional.empty();
        }
        // Only a primary volume descriptor has these fields.
        return Optional.of(
                iso9660 && head.unsignedByte(0) == 1
                        ? Finding.of("iso", head.littleInt(80) * head.littleShort(128))
                        : Finding.sizeless("iso"));
    }

    private static Optional<Finding> partitions(Window head, long size) {
        boolean fat = head.unsignedByte(0x10) == 2 && head.unsignedByte(0x15) == 0xF8;
        if (fat || !head.hasAt(510, (byte) 0x55, (byte) 0xAA)) {
            return Optional.empty();
        }
        return Optional.of(PartitionTable.of(head).check(Finding.of("gpt", size)));
    }
}
