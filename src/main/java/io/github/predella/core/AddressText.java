package io.github.predella.core;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses written as numbers, in the one form that everybody reads alike. Never asks a name server. */
public final class AddressText {

    private static final String OCTET = "(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final Pattern FOUR = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private AddressText() {}

    /**
     * Reads four decimal numbers without leading zeros, or an IPv6 address without brackets and zone. IPv4 addresses
     * written as IPv6 ones are the IPv4 addresses they stand for.
     */
    public static Optional<InetAddress> read(String text) {
        boolean numeric = FOUR.matcher(text).matches() || SIX.matcher(text).matches();
        if (!numeric) {
            return Optional.empty();
        }
        try {
            // Brackets make sure that the text is read as an address or not at all.
            return Optional.of(InetAddress.getByName(text.indexOf(':') < 0 ? text : "[" + text + "]"));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
