package io.github.predella.images;

import io.github.predella.store.Location;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A place where an image's bytes are.
 *
 * @param row number of the row in the ledger, null before it is stored
 * @param url address in the store's own form; it may hold credentials, so it goes neither to logs nor to strangers
 * @param metadata facts about this copy, among them {@code store}, the id of the store
 * @param status {@code active}, or a state in which readers pass over it
 */
public record ImageLocation(Long row, String url, Map<String, String> metadata, String status) {

    /** The state of a copy that may be read. */
    public static final String ACTIVE = "active";

    /** The state of a copy that is about to leave its store. */
    public static final String PENDING_DELETE = "pending_delete";

    public ImageLocation {
        metadata = Map.copyOf(metadata);
    }

    /** A new readable copy in a store. */
    public static ImageLocation in(String storeId, String url) {
        return new ImageLocation(null, url, Map.of("store", storeId), ACTIVE);
    }

    /** The same copy, about to leave its store. */
    public ImageLocation withdrawn() {
        return new ImageLocation(row, url, metadata, PENDING_DELETE);
    }

    /** Whether readers may be sent here. */
    public boolean isReadable() {
        return status.equals(ACTIVE);
    }

    /** Id of the store, null when the row does not tell. */
    public String store() {
        return metadata.get("store");
    }

    /** The same as stores take it; throws {@link IllegalArgumentException} when the address has no form of one. */
    public Location address() {
        return new Location(url, store(), metadata);
    }

    /**
     * The address without the credentials that it may hold, fit for answers to whoever may see where the data is. The
     * key of an object store may hold a slash, so there everything up to the last {@code @} is left out.
     */
    public String shownUrl() {
        int start = url.indexOf("://") + 3;
        if (start < 3) {
            return url;
        }
        String scheme = url.substring(0, start - 3).toLowerCase(Locale.ROOT);
        boolean keysHoldSlashes = scheme.startsWith("s3") || scheme.startsWith("swift");
        int slash = url.indexOf('/', start);
        int end = keysHoldSlashes || slash < 0 ? url.length() : slash;
        int at = url.lastIndexOf('@', end - 1);
        return at < start ? url : url.substring(0, start) + url.substring(at + 1);
    }

    /** The same copy, without the name of its store. */
    public ImageLocation withoutStore() {
        var facts = new HashMap<>(metadata);
        facts.remove("store");
        return with(facts);
    }

    /** The same copy with other facts about it. */
    ImageLocation with(Map<String, String> newMetadata) {
        return new ImageLocation(row, url, newMetadata, status);
    }

    /** The address is left out: it may hold credentials. */
    @Override
    public String toString() {
        return "ImageLocation[row=" + row + ", store=" + store() + ", status=" + status + "]";
    }
}
