package io.github.predella.images.db;

import io.github.predella.core.StorableText;
import io.github.predella.db.Dialect;
import io.github.predella.db.LikeText;
import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.images.ImageQuery;
import io.github.predella.images.ImageQuery.Comparison;
import io.github.predella.images.ImageQuery.Field;
import io.github.predella.images.ImageQuery.Filter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The conditions of a list as SQL about a row {@code i} of the table {@code images}. */
final class FilterSql {

    /** How many characters of a property's value are in the index on PostgreSQL. */
    private static final int INDEXED = 200;

    /** The fact about a copy that tells where it is. */
    static final String STORE = "store";

    private final Dialect dialect;

    FilterSql(Dialect dialect) {
        this.dialect = dialect;
    }

    SqlText of(Filter filter) {
        if (filter instanceof ImageQuery.TextIs is) {
            return textCondition(is.field(), List.of(is.value()));
        } else if (filter instanceof ImageQuery.TextIn in) {
            return textCondition(in.field(), in.values());
        } else if (filter instanceof ImageQuery.NumberIs is) {
            return numberCondition(is);
        } else if (filter instanceof ImageQuery.TimeIs is) {
            return timeCondition(is);
        } else if (filter instanceof ImageQuery.FlagIs is) {
            return new SqlText().add(SortSql.column(is.field()) + (is.value() ? " = TRUE" : " = FALSE"));
        } else if (filter instanceof ImageQuery.HasTag has) {
            return !StorableText.is(has.tag())
                    ? nothing()
                    : new SqlText()
                            .add(
                                    "EXISTS (SELECT 1 FROM image_tags t WHERE t.image_id = i.id AND t.value = ?"
                                            + " AND t.deleted = FALSE)",
                                    has.tag());
        } else if (filter instanceof ImageQuery.HasProperty has) {
            return propertyCondition(has);
        } else if (filter instanceof ImageQuery.PropertyIn in) {
            return anyOf(in.values().stream()
                    .map(value -> propertyCondition(new ImageQuery.HasProperty(in.name(), value)))
                    .toList());
        } else if (filter instanceof ImageQuery.NameContains contains) {
            return nameContains(contains.text());
        } else if (filter instanceof ImageQuery.InStore in) {
            return anyOf(in.stores().stream()
                    .filter(StorableText::is)
                    .map(FilterSql::inStore)
                    .toList());
        }
        throw new IllegalStateException("a filter without a condition: " + filter);
    }

    /** One condition for each way in which an image can be what was searched for; at least one. */
    List<SqlText> hits(ImageQuery.Search search) {
        if (!StorableText.is(search.text())) {
            return List.of(nothing());
        }
        var hits = new ArrayList<SqlText>();
        hits.add(nameContains(search.text()));
        hits.add(of(new ImageQuery.HasTag(search.text())));
        search.property().ifPresent(property -> hits.add(propertyCondition(property)));
        if (search.mayBeId()) {
            hits.add(new SqlText().add("i.id LIKE ? ESCAPE '!'", LikeText.startingWith(search.text())));
        }
        search.digest().ifPresent(digest -> {
            hits.add(new SqlText().add("i.checksum = ?", digest));
            hits.add(new SqlText().add("i.os_hash_value = ?", digest));
        });
        return hits;
    }

    private static SqlText nameContains(String text) {
        return !StorableText.is(text)
                ? nothing()
                : new SqlText().add("LOWER(i.name) LIKE LOWER(?) ESCAPE '!'", LikeText.containing(text));
    }

    /**
     * The facts about a copy are the text of a JSON object, which the reference writes with a space behind the colon. A
     * quote within a text is escaped there, so what looks like the name of the store is it.
     */
    private static SqlText inStore(String store) {
        return new SqlText()
                .add("EXISTS (SELECT 1 FROM image_locations l WHERE l.image_id = i.id AND l.deleted = FALSE")
                .add(" AND l.status = 'active' AND (l.meta_data LIKE ? ESCAPE '!'", fact(store, ":"))
                .add(" OR l.meta_data LIKE ? ESCAPE '!'))", fact(store, ": "));
    }

    private static String fact(String store, String separator) {
        String object = JsonText.of(Map.of(STORE, store));
        String name = '"' + STORE + '"';
        String value = object.substring(name.length() + 2, object.length() - 1);
        return LikeText.containing(name + separator + value);
    }

    private static SqlText anyOf(List<SqlText> conditions) {
        if (conditions.isEmpty()) {
            return nothing();
        }
        var any = new SqlText();
        var separator = "(";
        for (SqlText condition : conditions) {
            any.add(separator).add(condition);
            separator = " OR ";
        }
        return any.add(")");
    }

    private static SqlText textCondition(Field field, List<String> wanted) {
        var possible = wanted.stream().filter(StorableText::is).toList();
        return switch (possible.size()) {
            case 0 -> nothing();
            case 1 -> new SqlText().add(SortSql.column(field) + " = ?", possible.get(0));
            default -> new SqlText().add(SortSql.column(field)).addIn(possible);
        };
    }

    private static SqlText nothing() {
        return new SqlText().add("1 = 0");
    }

    /** What no column of its width can hold is decided here: not every database compares it. */
    private static SqlText numberCondition(ImageQuery.NumberIs is) {
        boolean wide = is.field() == Field.SIZE || is.field() == Field.VIRTUAL_SIZE;
        if (wide || is.value() == (int) is.value()) {
            return new SqlText().add(SortSql.column(is.field()) + operator(is.comparison()), is.value());
        }
        boolean holds =
                switch (is.comparison()) {
                    case EQUAL -> false;
                    case NOT_EQUAL -> true;
                    case LESS, AT_MOST -> is.value() > 0;
                    case GREATER, AT_LEAST -> is.value() < 0;
                };
        return new SqlText().add(holds ? "1 = 1" : "1 = 0");
    }

    /** Callers see whole seconds, so a time within a second counts as that second. */
    private static SqlText timeCondition(ImageQuery.TimeIs is) {
        var begin = RowTimes.utc(is.value()).truncatedTo(ChronoUnit.SECONDS);
        var end = begin.plusSeconds(1);
        String column = SortSql.sortValue(is.field());
        return switch (is.comparison()) {
            case EQUAL -> new SqlText().add("(" + column + " >= ? AND " + column + " < ?)", begin, end);
            case NOT_EQUAL -> new SqlText().add("(" + column + " < ? OR " + column + " >= ?)", begin, end);
            case LESS -> new SqlText().add(column + " < ?", begin);
            case AT_MOST -> new SqlText().add(column + " < ?", end);
            case GREATER -> new SqlText().add(column + " >= ?", end);
            case AT_LEAST -> new SqlText().add(column + " >= ?", begin);
        };
    }

    private SqlText propertyCondition(ImageQuery.HasProperty has) {
        if (!StorableText.is(has.name()) || !StorableText.is(has.value())) {
            return nothing();
        }
        var condition = new SqlText()
                .add("EXISTS (SELECT 1 FROM image_properties p WHERE p.image_id = i.id AND p.deleted = FALSE");
        boolean whole = has.value().length() < INDEXED;
        if (dialect == Dialect.POSTGRESQL) {
            // One text for name and value, as in the index: of one text the planner knows how common it is.
            condition.add(
                    " AND length(p.name)::text || ':' || p.name || LEFT(p.value, " + INDEXED + ") = ?",
                    has.name().codePointCount(0, has.name().length()) + ":" + has.name()
                            + (whole ? has.value() : firstOf(has.value())));
        } else {
            condition.add(" AND p.name = ?", has.name());
        }
        if (dialect != Dialect.POSTGRESQL || !whole) {
            condition.add(" AND p.value = ?", has.value());
        }
        return condition.add(")");
    }

    private static String firstOf(String value) {
        int characters = Math.min(INDEXED, value.codePointCount(0, value.length()));
        return value.substring(0, value.offsetByCodePoints(0, characters));
    }

    private static String operator(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> " = ?";
            case NOT_EQUAL -> " <> ?";
            case LESS -> " < ?";
            case AT_MOST -> " <= ?";
            case GREATER -> " > ?";
            case AT_LEAST -> " >= ?";
        };
    }
}
