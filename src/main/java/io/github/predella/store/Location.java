package io.github.predella.store;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The address of an object in a store. The address is kept as text, because existing databases hold addresses that are
 * no valid URIs (paths with blanks, for example). It may contain credentials, so neither the address nor this record's
 * text form belongs into an answer; the text form leaves out everything after the scheme and is fit for a log.
 *
 * @param address {@code scheme://…}, at most 8192 characters, without control characters
 * @param store id of the store, null when it is not recorded
 * @param metadata what the store wants to remember about this object, never null
 */
public record Location(String address, String store, Map<String, String> metadata) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\p{Cntrl}]*");
    private static final int LENGTH = 8192;

    public Location {
        Objects.requireNonNull(address, "address");
        if (address.length() > LENGTH || !FORM.matcher(address).matches()) {
            throw new IllegalArgumentException("not the address of an object");
        }
        metadata = Map.copyOf(metadata);
    }

    /** An address in a known store, without further metadata. */
    public static Location in(String store, String address) {
        return new Location(address, store, Map.of());
    }

    /** The part before {@code ://}, in lower case. */
    public String scheme() {
        return address.substring(0, address.indexOf("://")).toLowerCase(Locale.ROOT);
    }

    /** The part after {@code ://}. */
    public String rest() {
        return address.substring(address.indexOf("://") + 3);
    }

    @Override
    public String toString() {
        return scheme() + "://… in " + (store == null ? "an unrecorded store" : store);
    }
}
