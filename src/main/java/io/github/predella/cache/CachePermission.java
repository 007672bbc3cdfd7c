package io.github.predella.cache;

import io.github.predella.policy.Permission;
import java.util.List;
import java.util.Locale;

/** What can be allowed or denied about the image cache; by default only administrators may look after it. */
public enum CachePermission implements Permission {
    CACHE_IMAGE("Queue an image for caching", "PUT /v2/cache/{image_id}"),
    CACHE_LIST("List cached and queued images", "GET /v2/cache"),
    CACHE_DELETE("Remove images from the cache", "DELETE /v2/cache", "DELETE /v2/cache/{image_id}"),
    LIST_CACHED_NODES("List the nodes that hold a copy", "GET /v2/cache/nodes/{image_id}"),
    CACHE_CLEAN("Remove invalid and stalled copies", "POST /v2/cache/clean"),
    CACHE_PRUNE("Shrink the cache to its size", "POST /v2/cache/prune"),
    MANAGE_IMAGE_CACHE(
            "Use the older routes of the cache",
            "GET /v2/cached_images",
            "DELETE /v2/cached_images",
            "DELETE /v2/cached_images/{image_id}",
            "GET /v2/queued_images",
            "PUT /v2/queued_images/{image_id}",
            "DELETE /v2/queued_images",
            "DELETE /v2/queued_images/{image_id}");

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // the collection is made once and cannot be changed
    private final List<String> operations;

    CachePermission(String description, String... operations) {
        this.description = description;
        this.operations = List.of(operations);
    }

    @Override
    public String rule() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String check() {
        return "rule:context_is_admin";
    }

    @Override
    public String oldCheck() {
        return switch (this) {
            case CACHE_IMAGE, CACHE_LIST, CACHE_DELETE -> "rule:manage_image_cache";
            case LIST_CACHED_NODES, CACHE_CLEAN, CACHE_PRUNE, MANAGE_IMAGE_CACHE -> null;
        };
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<String> operations() {
        return operations;
    }
}
