package io.github.predella.observe.rest;

import io.github.predella.core.Network;
import java.util.List;

/** Who may read figures. Immutable. */
public final class Readers {

    private final List<Network> networks;

    /**
     * @param networks as {@code address/bits}
     * @throws IllegalArgumentException with a sentence for the operator
     */
    public Readers(List<String> networks) {
        this.networks = networks.stream().map(Network::of).toList();
    }

    /**
     * Whether a reader is let in. What a proxy passes on comes from the proxy's address, whoever asks, so it is not.
     *
     * @param address of the reader, as numbers
     * @param passedOn whether a proxy says that it is one
     */
    boolean admit(String address, boolean passedOn) {
        return !passedOn && networks.stream().anyMatch(network -> network.contains(address));
    }
}
