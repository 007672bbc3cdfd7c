package io.github.predella.metadefs;

import java.util.List;

/**
 * What callers need for the parts of one kind.
 *
 * @param removeAll all of them are needed
 */
record PartRights(
        MetadefPermission list,
        MetadefPermission get,
        MetadefPermission add,
        MetadefPermission modify,
        MetadefPermission remove,
        List<MetadefPermission> removeAll) {

    PartRights {
        removeAll = List.copyOf(removeAll);
    }
}
