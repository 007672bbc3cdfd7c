package io.github.predella.format;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A format that was recognised.
 *
 * @param format its name as a disk format, or {@code gpt} for a disk with a partition table
 * @param virtualSize bytes of the disk that a guest would see, empty when the format does not say or says nonsense
 * @param broken whether the data begins like this format and then contradicts it
 * @param failures the safety checks that failed, empty when the content is safe
 */
public record Finding(String format, OptionalLong virtualSize, boolean broken, List<Failure> failures) {

    /**
     * A safety check that failed.
     *
     * @param check its name
     * @param reason what was found, one sentence without a full stop
     */
    public record Failure(String check, String reason) {}

    public Finding {
        failures = List.copyOf(failures);
    }

    /** Found and safe; a negative size is no size, because these formats count without a sign. */
    static Finding of(String format, long virtualSize) {
        return new Finding(
                format,
                virtualSize < 0 ? OptionalLong.empty() : OptionalLong.of(virtualSize),
                virtualSize < 0,
                List.of());
    }

    /** Found, but it does not tell a size. */
    static Finding sizeless(String format) {
        return new Finding(format, OptionalLong.empty(), false, List.of());
    }

    /** Found, but the rest does not hold what the beginning promises. */
    static Finding broken(String format) {
        return new Finding(format, OptionalLong.empty(), true, List.of());
    }

    /** The same with one more failed check, if it failed. */
    Finding failing(boolean failed, String check, String reason) {
        if (!failed) {
            return this;
        }
        var more = new ArrayList<>(failures);
        more.add(new Failure(check, reason));
        return new Finding(format, virtualSize, broken, more);
    }
}
