package io.github.predella.format;

import java.util.Optional;

/**
 * VMDK: a sparse extent with a descriptor inside and perhaps a second header at the very end, or a mere descriptor,
 * which is a text that points at other files.
 */
final class VmdkInspector implements FormatInspector {

    private static final int SECTOR = VmdkHeader.SECTOR;
    private static final int MAX_DESCRIPTOR = 128 * SECTOR;
    private static final int MAX_TEXT = 64 * 1024;
    private static final String FORMAT = "vmdk";
    private static final long FOOTER_MARKER = 3;

    private enum Kind {
        UNDECIDED,
        SPARSE,
        TEXT,
        OTHER
    }

    private Kind kind = Kind.UNDECIDED;
    private Window head = new Window(0, SECTOR);
    private VmdkHeader header;
    private Window descriptor;
    private Tail tail;

    @Override
    public boolean accept(long position, byte[] chunk, int from, int count) {
        if (kind == Kind.UNDECIDED && head.accept(position, chunk, from, count)) {
            decide();
        }
        return switch (kind) {
            case UNDECIDED -> true;
            case SPARSE -> acceptSparse(position, chunk, from, count);
            case TEXT -> !head.accept(position, chunk, from, count);
            case OTHER -> false;
        };
    }

    @Override
    public Optional<Finding> finish(long size) {
        if (kind == Kind.UNDECIDED) {
            decide();
        }
        return switch (kind) {
            case SPARSE -> Optional.of(sparse());
            case TEXT -> text();
            case UNDECIDED, OTHER -> Optional.empty();
        };
    }

    private void decide() {
        if (head.hasAt(0, "KDMV")) {
            kind = Kind.SPARSE;
            header = VmdkHeader.at(head, 0);
            descriptor = isDescriptorInPlace() ? new Window(SECTOR, (int) header.descriptorSectors() * SECTOR) : null;
            tail = header.hasFooter() ? new Tail(3 * SECTOR) : null;
        } else if (isText()) {
            kind = Kind.TEXT;
            head = head.widened(MAX_TEXT);
        } else {
            kind = Kind.OTHER;
        }
    }

    private boolean acceptSparse(long position, byte[] chunk, int from, int count) {
        boolean wanted = descriptor != null && !descriptor.accept(position, chunk, from, count);
        if (tail != null) {
            tail.accept(chunk, from, count);
        }
        return wanted || tail != null;
    }

    private boolean isDescriptorInPlace() {
        return header.descriptorSector() == 1
                && header.descriptorSectors() > 0
                && header.descriptorSectors() <= MAX_DESCRIPTOR / SECTOR;
    }

    private boolean isText() {
        return head.have() > 0
                && head.text().chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f');
    }

    private Finding sparse() {
        String objection = descriptor == null || !descriptor.isFull()
                ? "its descriptor is not where it must be"
                : new VmdkDescriptor(descriptor.text()).objection().orElse(null);
        boolean known = header.version() >= 1 && header.version() <= 3;
        // A capacity of zero makes readers follow the descriptor's extents although there is a header.
        return Finding.of(FORMAT, header.virtualSize())
                .failing(!known || header.capacity() == 0, "header", "its version or capacity is not acceptable")
                .failing(objection != null, "descriptor", objection)
                .failing(tail != null && !isFooterFine(), "footer", "its second header contradicts the first one");
    }

    private boolean isFooterFine() {
        Window end = tail.window();
        VmdkHeader footer = VmdkHeader.at(end, SECTOR);
        boolean marked = end.isFull() && end.littleInt(8) == 0 && end.littleInt(12) == FOOTER_MARKER;
        int last = 2 * SECTOR;
        boolean ended = end.littleLong(last) == 0 && end.littleInt(last + 8) == 0 && end.littleInt(last + 12) == 0;
        return marked && ended && footer.agreesWith(header) && !footer.hasFooter();
    }

    private Optional<Finding> text() {
        var mere = new VmdkDescriptor(head.text());
        return mere.isRecognisable()
                ? Optional.of(Finding.sizeless(FORMAT)
                        .failing(
                                true,
                                "descriptor",
                                mere.objection().orElse("it is a mere descriptor, its data is in other files")))
                : Optional.empty();
    }
}
