package io.github.predella.dashboard.metadefs;

import io.github.predella.core.Fault;
import io.github.predella.dashboard.CurrentPage;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a namespace has its pages. Names of namespaces hold whatever people like. */
final class Place {

    /** The list. */
    static final String HOME = "/dashboard/metadefs";

    private Place() {}

    /** The name of the namespace whose page it is; throws {@link Fault} NOT_FOUND when it cannot be read. */
    static String namespace(CurrentPage page) {
        String name = page.value("namespace");
        if (name == null) {
            throw new Fault(Fault.Kind.NOT_FOUND, "");
        }
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            throw new Fault(Fault.Kind.NOT_FOUND, "");
        }
    }

    /** The page of a namespace. */
    static String of(String namespace) {
        // Most names have colons in them, which addresses may show.
        return HOME + "/" + encoded(namespace).replace("%3A", ":");
    }

    /** A text as a part of an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
