package io.github.predella.core;

import java.net.InetAddress;

/** A range of addresses of one family, as {@code address/bits}. Immutable. */
public final class Network {

    private final byte[] base;
    private final int bits;

    private Network(byte[] base, int bits) {
        this.base = base;
        this.bits = bits;
    }

    /**
     * Reads {@code address/bits}, or an address alone, which is the network of just this address.
     *
     * @throws IllegalArgumentException with a sentence for the operator
     */
    public static Network of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] base = AddressText.read(address.strip())
                .orElseThrow(() -> notANetwork(text))
                .getAddress();
        String bits = slash < 0
                ? Integer.toString(base.length * 8)
                : text.substring(slash + 1).strip();
        if (!bits.matches("\\d{1,3}") || Integer.parseInt(bits) > base.length * 8) {
            throw notANetwork(text);
        }
        return new Network(base, Integer.parseInt(bits));
    }

    /** Whether an address of the same family lies in it; one of the other family never does. */
    public boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != base.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((base[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an address written as numbers is in this network; any other text is not. */
    public boolean contains(String address) {
        return AddressText.read(address).filter(this::contains).isPresent();
    }

    private static IllegalArgumentException notANetwork(String text) {
        return new IllegalArgumentException("not a network such as 192.0.2.0/24 or 2001:db8::/32: " + text);
    }
}
