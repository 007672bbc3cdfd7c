package io.github.predella.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where a name leads. */
@FunctionalInterface
public interface NameLookup {

    /** The lookup of the operating system. */
    NameLookup SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    /**
     * All addresses of a name, in the order of preference.
     *
     * @param name absolute, with the dot at its end, so that neither a search list nor an older notation of numbers
     *     gets at it
     * @throws UnknownHostException when there are none, or nobody can tell
     */
    List<InetAddress> addresses(String name) throws UnknownHostException;
}
