package io.github.predella.metadefs.rest;

import io.github.predella.core.Fault;
import io.github.predella.core.PageRequest;
import io.github.predella.core.StorableText;
import io.github.predella.metadefs.MetadefSettings;
import io.github.predella.metadefs.Namespace;
import io.github.predella.metadefs.NamespaceQuery;
import io.github.predella.metadefs.PartQuery;
import io.github.predella.rest.QueryString;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of lists as questions to the catalogue (metadefs-api). What is not known is overlooked; what is known
 * and wrong is refused.
 */
final class MetadefParams {

    private static final String SORT_KEY = "sort_key";

    /** What the visibility of whatever objects and tags belong to can be called. */
    private static final Set<String> VISIBILITIES = Set.of("public", "private", "shared");

    private static final Set<String> YES = Set.of("1", "t", "true", "on", "y", "yes");

    private MetadefParams() {}

    /** @throws Fault INVALID for what cannot be understood */
    static NamespaceQuery namespaces(QueryString query, MetadefSettings settings) {
        int limit = query.last("limit").map(MetadefParams::limit).orElse(settings.pageSize());
        return new NamespaceQuery(
                query.last("visibility").map(MetadefParams::visibility).orElse(null),
                query.last("resource_types").map(MetadefParams::types).orElse(List.of()),
                query.last(SORT_KEY)
                        .map(name -> sortKey(NamespaceQuery.SortKey.class, name))
                        .orElse(NamespaceQuery.SortKey.CREATED_AT),
                ascending(query),
                new PageRequest(
                        Math.min(limit, settings.maxPageSize()), marker(query).orElse(null)));
    }

    /** @throws Fault INVALID for what cannot be understood */
    static PartQuery tags(QueryString query) {
        Integer limit = query.last("limit").map(MetadefParams::limit).orElse(null);
        return parts(query, limit, PartQuery.SortKey.CREATED_AT);
    }

    /** @throws Fault INVALID for what cannot be understood */
    static PartQuery objects(QueryString query) {
        Integer limit = query.last("limit").map(MetadefParams::limit).orElse(null);
        if (limit != null && limit == 0) {
            throw Fault.invalid("limit param must be a positive integer.");
        }
        query.last("visibility").filter(name -> !VISIBILITIES.contains(name)).ifPresent(name -> {
            throw Fault.invalid("Invalid visibility value: " + name);
        });
        return parts(query, limit, null);
    }

    private static PartQuery parts(QueryString query, Integer limit, PartQuery.SortKey standard) {
        var sortKey = query.last(SORT_KEY)
                .map(name -> sortKey(PartQuery.SortKey.class, name))
                .orElse(query.last("sort_dir").isPresent() ? PartQuery.SortKey.CREATED_AT : standard);
        return new PartQuery(sortKey, ascending(query), limit, marker(query).orElse(null));
    }

    /** Whether the text of a header means yes. */
    static boolean isYes(String text) {
        return text != null && YES.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private static <K extends Enum<K>> K sortKey(Class<K> keys, String name) {
        return Arrays.stream(keys.getEnumConstants())
                .filter(key -> key.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Fault.invalid("Invalid sort key: " + name));
    }

    private static boolean ascending(QueryString query) {
        String direction = query.last("sort_dir").orElse("desc");
        return switch (direction) {
            case "asc" -> true;
            case "desc" -> false;
            default -> throw Fault.invalid("Invalid sort direction: " + direction);
        };
    }

    private static Namespace.Visibility visibility(String name) {
        return Namespace.Visibility.of(name).orElseThrow(() -> Fault.invalid("Invalid visibility value: " + name));
    }

    private static List<String> types(String names) {
        if (!StorableText.is(names)) {
            throw Fault.invalid("Invalid value for the filter resource_types.");
        }
        return Arrays.stream(names.split(",", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Optional<String> marker(QueryString query) {
        var marker = query.last("marker");
        if (!marker.map(StorableText::is).orElse(true)) {
            throw Fault.invalid("Invalid marker format.");
        }
        return marker;
    }

    private static int limit(String text) {
        if (!text.strip().matches("\\d{1,18}")) {
            throw Fault.invalid("limit param must be a non-negative integer.");
        }
        return (int) Math.min(Long.parseLong(text.strip()), Integer.MAX_VALUE);
    }
}
