package io.github.predella.testing;

import io.github.predella.images.Image;
import io.github.predella.images.ImageFacets.Facet;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ImageQuery;
import io.github.predella.images.ImageQuery.Comparison;
import io.github.predella.images.ImageQuery.Field;
import io.github.predella.images.ImageQuery.Filter;
import io.github.predella.images.ImageQuery.SortKey;
import io.github.predella.images.Viewer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** One question about the ledger, answered image by image. */
final class MemorySearch {

    private final ImageQuery query;
    private final Viewer viewer;
    private final MemoryMemberRepository members;

    MemorySearch(ImageQuery query, Viewer viewer, MemoryMemberRepository members) {
        this.query = query;
        this.viewer = viewer;
        this.members = members;
    }

    boolean finds(Image image) {
        return !image.isGone()
                && image.status() != Image.Status.KILLED
                && image.details().hidden() == query.hidden()
                && isListed(image)
                && query.filters().stream().allMatch(filter -> meets(filter, image));
    }

    private boolean isListed(Image image) {
        var audience = query.audience();
        if (audience.visibility() != null && image.visibility() != audience.visibility()) {
            return false;
        }
        boolean own = viewer.project() != null && viewer.project().equals(image.owner());
        if (audience.reach() != ImageQuery.Reach.LISTED) {
            return audience.reach() == ImageQuery.Reach.OWN
                    ? own
                    : image.visibility() == Image.Visibility.SHARED && isOffered(image);
        }
        boolean communityWanted = audience.visibility() != null || audience.everything();
        return switch (image.visibility()) {
            case PUBLIC -> true;
            case COMMUNITY -> own || communityWanted;
            case PRIVATE -> own || viewer.administrator();
            case SHARED -> own || viewer.administrator() || isOffered(image);
        };
    }

    private boolean isOffered(Image image) {
        var status = query.audience().memberStatus();
        return members.find(image.id(), String.valueOf(viewer.project()))
                .filter(member -> status == null || member.status() == status)
                .isPresent();
    }

    private static boolean meets(Filter filter, Image image) {
        if (filter instanceof ImageQuery.TextIs is) {
            return is.value().equals(text(image, is.field()));
        } else if (filter instanceof ImageQuery.TextIn in) {
            return in.values().contains(String.valueOf(text(image, in.field())));
        } else if (filter instanceof ImageQuery.NumberIs is) {
            Long number = number(image, is.field());
            return number != null && holds(is.comparison(), number.compareTo(is.value()));
        } else if (filter instanceof ImageQuery.TimeIs is) {
            long seconds = time(image, is.field()).getEpochSecond();
            return holds(is.comparison(), Long.compare(seconds, is.value().getEpochSecond()));
        } else if (filter instanceof ImageQuery.FlagIs is) {
            return image.details().isProtected() == is.value();
        } else if (filter instanceof ImageQuery.HasTag has) {
            return image.details().tags().contains(has.tag());
        } else if (filter instanceof ImageQuery.HasProperty has) {
            return Objects.equals(image.details().properties().get(has.name()), has.value());
        } else if (filter instanceof ImageQuery.PropertyIn in) {
            return in.values().stream().anyMatch(value -> meets(new ImageQuery.HasProperty(in.name(), value), image));
        } else if (filter instanceof ImageQuery.NameContains contains) {
            return nameContains(image, contains.text());
        } else if (filter instanceof ImageQuery.InStore in) {
            return stores(image).anyMatch(in.stores()::contains);
        } else if (filter instanceof ImageQuery.Search search) {
            return isHit(image, search);
        }
        throw new IllegalStateException("unknown filter " + filter);
    }

    private static boolean isHit(Image image, ImageQuery.Search search) {
        String text = search.text();
        String digest = text.toLowerCase(Locale.ROOT);
        return nameContains(image, text)
                || (text.length() >= ImageQuery.Search.LEAST_OF_ID && image.id().startsWith(text))
                || image.details().tags().contains(text)
                || search.property().filter(has -> meets(has, image)).isPresent()
                || digest.equals(image.content().checksum())
                || digest.equals(image.content().hashValue());
    }

    private static boolean nameContains(Image image, String text) {
        String name = Objects.requireNonNullElse(image.details().name(), "");
        return name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    /** Ids of the stores with a copy that can be read. */
    private static Stream<String> stores(Image image) {
        return image.readable().stream()
                .map(ImageLocation::store)
                .filter(Objects::nonNull)
                .distinct();
    }

    /** The values that an image has in a facet. */
    static Stream<String> values(Image image, Facet facet) {
        return switch (facet) {
            case STATUS -> Stream.of(image.status().wireName());
            case VISIBILITY -> Stream.of(image.visibility().wireName());
            case DISK_FORMAT -> Stream.ofNullable(image.details().diskFormat());
            case OS_DISTRO -> Stream.ofNullable(image.details().properties().get("os_distro"));
            case STORE -> stores(image);
            case TAG -> image.details().tags().stream();
        };
    }

    private static boolean holds(Comparison comparison, int order) {
        return switch (comparison) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    static Comparator<Image> order(List<SortKey> keys) {
        return keys.stream()
                .map(key -> key.ascending() ? by(key.field()) : by(key.field()).reversed())
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Comparator<Image> by(Field field) {
        return switch (field.type()) {
            case TEXT -> Comparator.comparing(image -> Objects.requireNonNullElse(text(image, field), ""));
            case NUMBER -> Comparator.comparing(image -> Objects.requireNonNullElse(number(image, field), 0L));
            case TIME -> Comparator.comparing(image -> time(image, field));
            case FLAG -> throw new IllegalArgumentException(field + " is not sortable");
        };
    }

    private static String text(Image image, Field field) {
        return switch (field) {
            case ID -> image.id();
            case NAME -> image.details().name();
            case STATUS -> image.status().wireName();
            case CONTAINER_FORMAT -> image.details().containerFormat();
            case DISK_FORMAT -> image.details().diskFormat();
            case OWNER -> image.owner();
            case CHECKSUM -> image.content().checksum();
            case OS_HASH_ALGO -> image.content().hashAlgorithm();
            case OS_HASH_VALUE -> image.content().hashValue();
            default -> throw new IllegalArgumentException(field + " is no text");
        };
    }

    private static Long number(Image image, Field field) {
        return switch (field) {
            case SIZE -> image.content().size();
            case VIRTUAL_SIZE -> image.content().virtualSize();
            case MIN_RAM -> (long) image.details().minRam();
            case MIN_DISK -> (long) image.details().minDisk();
            default -> throw new IllegalArgumentException(field + " is no number");
        };
    }

    private static Instant time(Image image, Field field) {
        return switch (field) {
            case CREATED_AT -> image.createdAt();
            case UPDATED_AT -> image.updatedAt();
            default -> throw new IllegalArgumentException(field + " is no time");
        };
    }
}
