package io.github.predella.format;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came out of watching a whole stream.
 *
 * @param findings the formats that were recognised; none for raw data, several for data that is ambiguous
 * @param size bytes of the stream
 */
public record Inspection(List<Finding> findings, long size) {

    /** The name for data in which no format was recognised. */
    public static final String RAW = "raw";

    private static final String PARTITIONED = "gpt";

    private static final Set<String> HYBRID = Set.of("iso", PARTITIONED);

    /** An optical disk that also boots as a hard disk is an ordinary thing, so these two together are the first. */
    public Inspection {
        Set<String> formats = findings.stream().map(Finding::format).collect(Collectors.toSet());
        findings = findings.stream()
                .filter(finding -> !formats.equals(HYBRID) || finding.format().equals("iso"))
                .toList();
    }

    /** The detected format as images name it: a disk with a partition table is raw. */
    public String kind() {
        return format().equals(PARTITIONED) ? RAW : format();
    }

    /** The detected format; {@code raw} for none, the names joined by {@code and} for several. */
    public String format() {
        return findings.isEmpty()
                ? RAW
                : findings.stream().map(Finding::format).sorted().collect(Collectors.joining(" and "));
    }
}
