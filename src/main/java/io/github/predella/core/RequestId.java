package io.github.predella.core;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a request, in logs and in the answer's {@code x-openstack-request-id}. A caller may bring one; only plain
 * characters are taken over, since the id goes into logs.
 */
public final class RequestId {

    /** The header in which a caller may bring one. */
    public static final String HEADER = "X-Openstack-Request-ID";

    private static final String PREFIX = "req-";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]{1,255}");

    private RequestId() {}

    /** An id that no other request has. */
    public static String fresh() {
        return PREFIX + UUID.randomUUID();
    }

    /**
     * The id of a request that may have brought one.
     *
     * @param brought the header of the request, null when there is none
     * @param maximum how long a brought id may be; 0 when none is taken over
     * @throws Fault HEADER_TOO_LARGE when it is longer
     */
    public static String of(String brought, int maximum) {
        if (brought == null || maximum == 0) {
            return fresh();
        }
        if (brought.length() > maximum) {
            throw new Fault(
                    Fault.Kind.HEADER_TOO_LARGE, "Requested request-id exceeds the maximum of " + maximum + ".");
        }
        if (!PLAIN.matcher(brought).matches()) {
            return fresh();
        }
        return brought.startsWith(PREFIX) ? brought : PREFIX + brought;
    }
}
