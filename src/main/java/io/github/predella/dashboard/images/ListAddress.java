package io.github.predella.dashboard.images;

import io.github.predella.core.PageRequest;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.images.Image;
import io.github.predella.images.ImageQuery;
import io.github.predella.images.ImageQuery.Field;
import io.github.predella.images.ImageQuery.Filter;
import io.github.predella.images.ImageQuery.SortKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * The address of the list of images, which says everything about it: which tab, what it is narrowed by, the order, the
 * page. What it says wrongly counts as not said.
 *
 * @param path from {@code /dashboard} on
 * @param values of the query, without those that are empty
 */
record ListAddress(String path, Map<String, String> values) {

    static final String SEARCH = "q";
    static final String TAB = "tab";
    static final String SORT = "sort";
    static final String ROWS = "rows";
    static final String VIEW = "view";

    /** How many images a page may show. */
    static final List<Integer> SIZES = List.of(25, 50, 100);

    /** The list of everybody. */
    static final String HOME = "/dashboard/images";

    private static final String ADMINISTRATION = "/dashboard/admin/images";
    private static final String AFTER = "after";
    private static final String BEFORE = "before";
    private static final String AT = "at";
    private static final int MOST_DIGITS = 9;
    private static final List<String> PLACE = List.of(AFTER, BEFORE, AT);

    private static final List<Field> SORTABLE =
            List.of(Field.NAME, Field.STATUS, Field.DISK_FORMAT, Field.SIZE, Field.CREATED_AT, Field.UPDATED_AT);

    private static final SortKey NEWEST = new SortKey(Field.CREATED_AT, false);

    ListAddress {
        values = Map.copyOf(values);
    }

    /** The address that is shown. */
    static ListAddress of(CurrentPage page) {
        return of(page, page.getPath());
    }

    /** What is shown, as if it stood under that path. */
    static ListAddress of(CurrentPage page, String path) {
        var values = new LinkedHashMap<String, String>();
        names().forEach(name -> {
            String value = page.query(name);
            if (value != null) {
                values.put(name, value);
            }
        });
        return new ListAddress(path, values);
    }

    /** All names, in the order in which addresses have them. */
    private static Stream<String> names() {
        return Stream.of(
                        Stream.of(TAB, SEARCH),
                        Stream.of(ListFilter.values()).map(ListFilter::key),
                        Stream.of(SORT, ROWS, VIEW),
                        PLACE.stream())
                .flatMap(part -> part);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Whether the list is that of all projects. */
    boolean isEverywhere() {
        return path.equals(ADMINISTRATION);
    }

    /** Which part of the list it is; whoever searches without saying where looks everywhere. */
    ListTab tab() {
        boolean everything = isEverywhere() || values.containsKey(SEARCH);
        return value(TAB).flatMap(ListTab::of).orElse(everything ? ListTab.ALL : ListTab.MINE);
    }

    /** What the list is sorted by. */
    SortKey sort() {
        return value(SORT).flatMap(ListAddress::sortKey).orElse(NEWEST);
    }

    private static Optional<SortKey> sortKey(String text) {
        return SORTABLE.stream()
                .filter(field -> text.startsWith(wireName(field) + ":"))
                .map(field -> new SortKey(field, text.endsWith(":asc")))
                .findFirst();
    }

    private static String wireName(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    int rows() {
        return value(ROWS)
                .flatMap(text -> SIZES.stream()
                        .filter(size -> text.equals(size.toString()))
                        .findFirst())
                .orElse(SIZES.get(0));
    }

    /** The place of the page's first image in the list, from 1 on. */
    int at() {
        return value(AT)
                .filter(text -> text.matches("[1-9]\\d{0," + (MOST_DIGITS - 1) + "}"))
                .map(Integer::valueOf)
                .orElse(1);
    }

    /** Whether the list is narrowed by anything. */
    boolean isNarrowed() {
        return values.containsKey(SEARCH)
                || Stream.of(ListFilter.values()).anyMatch(filter -> values.containsKey(filter.key()));
    }

    /** The question that the address puts. */
    ImageQuery query() {
        var conditions = new ArrayList<Filter>();
        value(SEARCH).ifPresent(text -> conditions.add(new ImageQuery.Search(text)));
        for (ListFilter filter : ListFilter.values()) {
            value(filter.key()).flatMap(filter::condition).ifPresent(conditions::add);
        }
        var sort = sort();
        return new ImageQuery(
                conditions,
                tab().audience(visibility(), isEverywhere()),
                tab().isHidden(),
                ImageQuery.completed(List.of(sort), sort.ascending()),
                page());
    }

    private Image.Visibility visibility() {
        return value(ListFilter.VISIBILITY.key())
                .filter(text -> tab().isMixed())
                .flatMap(text -> Stream.of(Image.Visibility.values())
                        .filter(one -> one.wireName().equals(text))
                        .findFirst())
                .orElse(null);
    }

    private PageRequest page() {
        return value(BEFORE)
                .map(marker -> PageRequest.before(rows(), marker))
                .orElseGet(() -> new PageRequest(rows(), values.get(AFTER)));
    }

    /** Whether it is a page behind or before another one. */
    boolean isElsewhere() {
        return values.containsKey(AFTER) || values.containsKey(BEFORE);
    }

    /** The same list from its first page on, with another value; without it when the value is null. */
    ListAddress with(String name, String value) {
        var others = new LinkedHashMap<>(values);
        PLACE.forEach(others::remove);
        if (value == null) {
            others.remove(name);
        } else {
            others.put(name, value);
        }
        return new ListAddress(path, others);
    }

    /** The first page of the list. */
    ListAddress first() {
        return with(AT, null);
    }

    /** The list without anything that narrows it. */
    ListAddress cleared() {
        var kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(List.of(TAB, SORT, ROWS, VIEW));
        return new ListAddress(path, kept);
    }

    /** Another part of the list, narrowed and sorted in the same way. */
    ListAddress on(ListTab tab) {
        var address = with(TAB, tab == ListTab.MINE && !values.containsKey(SEARCH) ? null : tab.key());
        return tab.isMixed() ? address : address.with(ListFilter.VISIBILITY.key(), null);
    }

    /** The same list sorted by something else, or the other way round. */
    ListAddress sortedBy(String field) {
        var present = sort();
        boolean ascending = wireName(present.field()).equals(field) ? !present.ascending() : !isLatestFirst(field);
        return with(SORT, field + (ascending ? ":asc" : ":desc"));
    }

    /** How the list is sorted by something, in the word for assistive technology; null when it is not. */
    String direction(String field) {
        var present = sort();
        return wireName(present.field()).equals(field) ? present.ascending() ? "ascending" : "descending" : null;
    }

    private static boolean isLatestFirst(String field) {
        return field.endsWith("_at") || field.equals(wireName(Field.SIZE));
    }

    /** The page behind an image. */
    ListAddress after(String id, int at) {
        return elsewhere(AFTER, id, at);
    }

    /** The page before an image. */
    ListAddress before(String id, int at) {
        return elsewhere(BEFORE, id, at);
    }

    private ListAddress elsewhere(String name, String id, int at) {
        var others = new LinkedHashMap<>(first().values);
        others.put(name, id);
        others.put(AT, String.valueOf(at));
        return new ListAddress(path, others);
    }

    /** The same as text, for links; with the values in their usual order. */
    String text() {
        return text(path);
    }

    /** The same values behind another path. */
    String text(String other) {
        var query = new StringJoiner("&", other + "?", "").setEmptyValue(other);
        names().filter(values::containsKey)
                .forEach(name -> query.add(name + "=" + URLEncoder.encode(values.get(name), StandardCharsets.UTF_8)));
        return query.toString();
    }
}
