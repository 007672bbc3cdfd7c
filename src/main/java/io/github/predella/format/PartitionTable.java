package io.github.predella.format;

import java.util.List;
import java.util.stream.IntStream;

/** The four entries of the partition table in a disk's first sector. */
record PartitionTable(List<Entry> entries) {

    private static final int FIRST_ENTRY = 446;
    private static final int ENTRY_BYTES = 16;
    private static final int PROTECTIVE = 0xEE;
    private static final String CHECK = "mbr";

    /**
     * One entry.
     *
     * @param flag whether to boot from it: 0x80 or 0
     * @param head of the first sector in the old way of counting
     * @param sector of the same
     * @param cylinder of the same
     * @param type 0 for an unused entry
     * @param first number of the first sector
     */
    record Entry(int flag, int head, int sector, int cylinder, int type, long first) {

        boolean isUsed() {
            return type != 0;
        }

        boolean isProtective() {
            return type == PROTECTIVE;
        }

        private boolean coversTheDisk() {
            return head == 0 && sector == 2 && cylinder == 0 && first == 1;
        }
    }

    static PartitionTable of(Window sector) {
        return new PartitionTable(IntStream.range(0, 4)
                .map(i -> FIRST_ENTRY + i * ENTRY_BYTES)
                .mapToObj(at -> new Entry(
                        sector.unsignedByte(at),
                        sector.unsignedByte(at + 1),
                        sector.unsignedByte(at + 2),
                        sector.unsignedByte(at + 3),
                        sector.unsignedByte(at + 4),
                        sector.littleInt(at + 8)))
                .toList());
    }

    Finding check(Finding found) {
        boolean protects = entries.stream().anyMatch(Entry::isProtective);
        boolean alone = entries.get(0).isProtective()
                && entries.stream().filter(Entry::isUsed).count() == 1;
        return found.failing(
                        entries.stream().anyMatch(entry -> entry.flag() != 0 && entry.flag() != 0x80),
                        CHECK,
                        "a partition has an impossible boot flag")
                .failing(entries.stream().noneMatch(Entry::isUsed), CHECK, "there is no partition")
                .failing(protects && !alone, CHECK, "the protective partition is not the first and only one")
                .failing(
                        protects && !entries.get(0).coversTheDisk(),
                        CHECK,
                        "the protective partition does not begin where it must");
    }
}
