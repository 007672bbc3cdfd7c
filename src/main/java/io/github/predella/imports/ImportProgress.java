package io.github.predella.imports;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * How far an import has come with a transfer, as a sentence on its task that people and pages read.
 *
 * @param moved MiB that have been moved
 * @param total MiB that there are; empty when nobody knows
 * @param store to which store; empty while the data is on its way to the staging area
 */
public record ImportProgress(long moved, OptionalLong total, Optional<String> store) {

    private static final Pattern TEXT = Pattern.compile(
            "(?:Downloaded|Copied) (?<moved>\\d{1,12})(?: of (?<total>\\d{1,12}))? MiB(?: to (?<store>.+))?");

    private static final long MIB = 1024 * 1024;

    /** A download of so many MiB; {@code bytes} is what the other side has announced. */
    static ImportProgress downloaded(long moved, OptionalLong bytes) {
        return new ImportProgress(moved, mebibytes(bytes), Optional.empty());
    }

    /** A transfer of so many MiB to a store; {@code bytes} is the size of the data. */
    static ImportProgress copied(long moved, OptionalLong bytes, String store) {
        return new ImportProgress(moved, mebibytes(bytes), Optional.of(store));
    }

    private static OptionalLong mebibytes(OptionalLong bytes) {
        return bytes.isPresent() ? OptionalLong.of((bytes.getAsLong() + MIB - 1) / MIB) : OptionalLong.empty();
    }

    /** The progress in the message of a task; empty when it says something else. */
    public static Optional<ImportProgress> in(String message) {
        var text = TEXT.matcher(message);
        if (!text.matches()) {
            return Optional.empty();
        }
        var total = text.group("total");
        return Optional.of(new ImportProgress(
                Long.parseLong(text.group("moved")),
                total == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(total)),
                Optional.ofNullable(text.group("store"))));
    }

    /** Whole percent, 0 to 100; empty when nobody knows how much there is. */
    public OptionalLong percent() {
        return total.isPresent() && total.getAsLong() > 0
                ? OptionalLong.of(Math.min(100, moved * 100 / total.getAsLong()))
                : OptionalLong.empty();
    }

    /** The sentence. */
    String text() {
        String amount = moved + (total.isPresent() ? " of " + total.getAsLong() : "") + " MiB";
        return store.map(id -> "Copied " + amount + " to " + id).orElse("Downloaded " + amount);
    }
}
