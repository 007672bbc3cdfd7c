package io.github.predella.images.rest;

import io.github.predella.core.Fault;
import io.github.predella.core.PageRequest;
import io.github.predella.images.Image;
import io.github.predella.images.ImageQuery;
import io.github.predella.images.ImageQuery.Audience;
import io.github.predella.images.ImageQuery.Field;
import io.github.predella.images.ImageQuery.Filter;
import io.github.predella.images.ImageQuery.SortKey;
import io.github.predella.images.ImageSettings;
import io.github.predella.images.Member;
import io.github.predella.rest.QueryString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The parameters of the image list as a question to the ledger (images-api, "GET /images"). Every method throws {@link
 * Fault} INVALID for what cannot be understood.
 */
@ApplicationScoped
public class ImageQueryParams {

    /** Parameters that are not conditions on an attribute. */
    private static final Set<String> NOT_FILTERS = Set.of(
            "limit", "marker", "sort", "sort_key", "sort_dir", "member_status", "visibility", "os_hidden", "deleted");

    /** Each costs the database a look of its own. */
    private static final int MAX_CONDITIONS = 100;

    private ImageSettings settings;

    /** For the container's proxy only. */
    protected ImageQueryParams() {}

    @Inject
    public ImageQueryParams(ImageSettings settings) {
        this.settings = settings;
    }

    ImageQuery parse(QueryString query) {
        var filters = new ArrayList<Filter>();
        for (String name : names(query)) {
            if (name.equals("tag")) {
                query.all("tag").forEach(tag -> filters.add(new ImageQuery.HasTag(tag.strip())));
            } else if (!NOT_FILTERS.contains(name)) {
                filters.add(FilterText.parse(name, query.last(name).orElseThrow()));
            }
        }
        if (filters.size() > MAX_CONDITIONS) {
            throw Fault.invalid("Images can be filtered by at most " + MAX_CONDITIONS + " conditions at a time.");
        }
        return new ImageQuery(filters, audience(query), hidden(query), order(query), page(query));
    }

    private static List<String> names(QueryString query) {
        return query.parameters().stream()
                .map(QueryString.Parameter::name)
                .distinct()
                .toList();
    }

    private PageRequest page(QueryString query) {
        int limit = query.last("limit").map(ImageQueryParams::limit).orElse(settings.pageSize());
        return new PageRequest(
                Math.min(limit, settings.maxPageSize()), query.last("marker").orElse(null));
    }

    private static int limit(String text) {
        try {
            long limit = Long.parseLong(text.strip());
            if (limit < 0) {
                throw Fault.invalid("limit param must be positive");
            }
            return (int) Math.min(limit, Integer.MAX_VALUE);
        } catch (NumberFormatException notANumber) {
            throw Fault.invalid("limit param must be an integer");
        }
    }

    private static Audience audience(QueryString query) {
        String visibility = query.last("visibility").orElse(null);
        return new Audience(
                visibility == null || visibility.equals("all") ? null : visibility(visibility),
                "all".equals(visibility),
                query.last("member_status").map(ImageQueryParams::memberStatus).orElse(Answer.ACCEPTED).status);
    }

    private static Image.Visibility visibility(String text) {
        return switch (text) {
            case "public", "private", "shared", "community" -> Image.Visibility.of(text);
            default -> throw Fault.invalid("Invalid visibility value: " + text);
        };
    }

    /** An answer to an offered image, or any. */
    private enum Answer {
        PENDING(Member.Status.PENDING),
        ACCEPTED(Member.Status.ACCEPTED),
        REJECTED(Member.Status.REJECTED),
        ALL(null);

        private final Member.Status status;

        Answer(Member.Status status) {
            this.status = status;
        }
    }

    private static Answer memberStatus(String text) {
        return switch (text) {
            case "pending" -> Answer.PENDING;
            case "accepted" -> Answer.ACCEPTED;
            case "rejected" -> Answer.REJECTED;
            case "all" -> Answer.ALL;
            default -> throw Fault.invalid("Invalid status: " + text);
        };
    }

    private static boolean hidden(QueryString query) {
        String text = query.last("os_hidden").orElse("false").toLowerCase(Locale.ROOT);
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Fault.invalid("Invalid value '" + text + "' for 'os_hidden' filter.");
        };
    }

    private static List<SortKey> order(QueryString query) {
        var keys = query.all("sort_key");
        var directions = query.all("sort_dir");
        var sort = query.last("sort");
        if (sort.isPresent()) {
            if (!keys.isEmpty() || !directions.isEmpty()) {
                throw Fault.invalid("Old and new sorting syntax cannot be combined");
            }
            var order = ofSort(sort.get());
            return ImageQuery.completed(order, order.size() == 1 && order.get(0).ascending());
        }
        var wanted = keys.isEmpty() ? List.of("created_at") : keys;
        if (directions.size() > 1 && directions.size() != wanted.size()) {
            throw Fault.invalid("Number of sort dirs does not match the number of sort keys");
        }
        var order = new ArrayList<SortKey>();
        for (int k = 0; k < wanted.size(); k++) {
            boolean ascending = !directions.isEmpty() && ascending(directions.get(directions.size() == 1 ? 0 : k));
            order.add(new SortKey(sortField(wanted.get(k)), ascending));
        }
        return ImageQuery.completed(order, directions.size() == 1 && ascending(directions.get(0)));
    }

    private static List<SortKey> ofSort(String text) {
        var order = new ArrayList<SortKey>();
        for (String part : text.split(",", -1)) {
            String[] pieces = part.split(":", 2);
            boolean ascending = pieces.length == 2 && ascending(pieces[1].strip());
            order.add(new SortKey(sortField(pieces[0].strip()), ascending));
        }
        return order;
    }

    private static boolean ascending(String direction) {
        return switch (direction) {
            case "asc" -> true;
            case "desc" -> false;
            default -> throw Fault.invalid("Invalid sort direction: " + direction);
        };
    }

    private static Field sortField(String name) {
        return FilterText.field(name)
                .filter(Field::isSortable)
                .orElseThrow(() -> Fault.invalid("Invalid sort key: " + name
                        + ". It must be one of the following: name, status, container_format, disk_format, size, id,"
                        + " created_at, updated_at."));
    }
}
