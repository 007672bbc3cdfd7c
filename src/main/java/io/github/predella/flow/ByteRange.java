package io.github.predella.flow;

import io.github.predella.core.Fault;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of an object.
 *
 * @param offset index of the first byte, at least 0
 * @param length number of bytes, at least 1
 */
public record ByteRange(long offset, long length) {

    private static final Pattern RANGE =
            Pattern.compile("\\s*bytes\\s*=\\s*(\\d*)\\s*-\\s*(\\d*)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTENT_RANGE =
            Pattern.compile("\\s*bytes\\s+(\\d+)-(\\d+)/(\\d+|\\*)\\s*", Pattern.CASE_INSENSITIVE);

    /** More digits than these do not fit a long; such a number is beyond the end of every object anyway. */
    private static final int DIGITS = 18;

    public ByteRange {
        if (offset < 0 || length < 1 || offset > Long.MAX_VALUE - length) {
            throw new IllegalArgumentException("no byte range: offset " + offset + ", length " + length);
        }
    }

    /**
     * What a download request asks for. {@code Range} follows RFC 9110 section 14.2 with the Image API's own answers: a
     * list of ranges is refused, and so is a header that cannot be parsed. {@code Content-Range} as a request header is
     * the API's older form; it counts when there is no {@code Range}.
     *
     * @param range value of the Range header, or null
     * @param contentRange value of the Content-Range header, or null
     * @param size bytes the object has, at least 0
     * @return the stretch inside the object, or empty when the whole object is wanted
     * @throws Fault INVALID for several ranges; BAD_RANGE for a range that cannot be parsed, ends before it begins or
     *     does not overlap the object, and for a Content-Range that is not wholly inside it
     */
    public static Optional<ByteRange> requested(String range, String contentRange, long size) {
        if (range != null) {
            return Optional.of(ofRange(range, size));
        }
        return Optional.ofNullable(contentRange).map(text -> ofContentRange(text, size));
    }

    /** Index of the last byte. */
    public long last() {
        return offset + length - 1;
    }

    /** The value of the answer's Content-Range header for an object of the given size. */
    public String contentRange(long size) {
        return "bytes " + offset + "-" + last() + "/" + size;
    }

    private static ByteRange ofRange(String text, long size) {
        if (text.indexOf(',') >= 0) {
            throw severalRanges();
        }
        Matcher parts = RANGE.matcher(text);
        if (!parts.matches() || (parts.group(1).isEmpty() && parts.group(2).isEmpty())) {
            throw unreadable("Range");
        }
        if (parts.group(1).isEmpty()) {
            long wanted = number(parts.group(2));
            return between(Math.max(0, size - wanted), size - 1, size);
        }
        long first = number(parts.group(1));
        long last = parts.group(2).isEmpty() ? Long.MAX_VALUE : number(parts.group(2));
        if (last < first) {
            throw unreadable("Range");
        }
        return between(first, Math.min(last, size - 1), size);
    }

    private static ByteRange ofContentRange(String text, long size) {
        Matcher parts = CONTENT_RANGE.matcher(text);
        if (!parts.matches()) {
            throw unreadable("Content-Range");
        }
        long first = number(parts.group(1));
        long last = number(parts.group(2));
        long complete = parts.group(3).equals("*") ? Long.MAX_VALUE : number(parts.group(3));
        if (last < first || last >= complete) {
            throw unreadable("Content-Range");
        }
        // Unlike a Range, this form states exact bytes: answering fewer than stated would contradict it.
        if (last >= size) {
            throw unsatisfiable(size);
        }
        return between(first, last, size);
    }

    private static ByteRange between(long first, long last, long size) {
        if (first > last) {
            throw unsatisfiable(size);
        }
        return new ByteRange(first, last - first + 1);
    }

    private static long number(String digits) {
        String plain = digits.replaceFirst("^0+(?=.)", "");
        return plain.length() > DIGITS ? Long.MAX_VALUE : Long.parseLong(plain);
    }

    private static Fault severalRanges() {
        return Fault.invalid("Several ranges in one request are not supported; ask for each range separately.");
    }

    private static Fault unreadable(String header) {
        return new Fault(Fault.Kind.BAD_RANGE, "The " + header + " header does not state a valid range.");
    }

    private static Fault unsatisfiable(long size) {
        return new Fault(Fault.Kind.BAD_RANGE, "The requested range lies outside of the image's " + size + " bytes.");
    }
}
