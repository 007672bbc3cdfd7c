package io.github.predella.images.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.core.PageRequest;
import io.github.predella.images.Image.Visibility;
import io.github.predella.images.ImageQuery;
import io.github.predella.images.ImageQuery.Audience;
import io.github.predella.images.LedgerFixture;
import io.github.predella.images.Member;
import io.github.predella.rest.QueryString;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageQueryParamsTest {

    private static ImageQuery parse(String query) {
        return new ImageQueryParams(LedgerFixture.SETTINGS).parse(QueryString.parse(query));
    }

    @Test
    void withoutParametersTheNewestOfThisPageSizeCome() {
        var query = parse(null);

        assertEquals(new PageRequest(25, null), query.page());
        assertEquals(new Audience(null, false, Member.Status.ACCEPTED), query.audience());
        assertFalse(query.hidden());
        assertEquals(List.of(), query.filters());
        assertEquals("created_at- id-", order(query));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, 0",
        "limit=7, 7",
        "limit=1000, 1000",
        "limit=1001, 1000",
        "limit=99999999999, 1000",
        "limit=5&limit=6, 6"
    })
    void theLimitIsCapped(String query, int expected) {
        assertEquals(expected, parse(query).page().limit());
    }

    @ParameterizedTest
    @CsvSource({
        "sort_key=name, name- created_at- id-",
        "sort_key=name&sort_dir=asc, name+ created_at+ id+",
        "sort_dir=asc, created_at+ id+",
        "sort_key=name&sort_key=size&sort_dir=asc, name+ size+ created_at+ id+",
        "sort_key=name&sort_key=size&sort_dir=asc&sort_dir=desc, name+ size- created_at- id-",
        "sort_key=id&sort_dir=asc, id+ created_at+",
        "sort=name, name- created_at- id-",
        "sort=name:asc, name+ created_at+ id+",
        "'sort=name:asc,size', name+ size- created_at- id-",
        "'sort=name : asc, updated_at:desc', name+ updated_at- created_at- id-",
        "'sort=name:asc,name:desc', name+ created_at- id-",
        "'sort=status,container_format,disk_format', status- container_format- disk_format- created_at- id-"
    })
    void imagesAreSortedAsAsked(String query, String expected) {
        assertEquals(expected, order(parse(query)));
    }

    private static String order(ImageQuery query) {
        return query.order().stream()
                .map(key -> key.field().name().toLowerCase(Locale.ROOT) + (key.ascending() ? "+" : "-"))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=x",
                "limit=-1",
                "limit=",
                "limit=1.5",
                "sort_key=owner",
                "sort_key=",
                "sort_dir=up",
                "sort=",
                "sort=name:up",
                "sort=owner",
                "sort=name&sort_key=name",
                "sort=name&sort_dir=asc",
                "sort_key=name&sort_dir=asc&sort_dir=asc",
                "sort_key=name&sort_key=size&sort_key=id&sort_dir=asc&sort_dir=asc",
                "visibility=secret",
                "visibility=",
                "member_status=maybe",
                "member_status=",
                "os_hidden=yes",
                "os_hidden=",
                "size=abc"
            })
    void whatCannotBeUnderstoodIsRefused(String query) {
        assertEquals(
                Fault.Kind.INVALID,
                assertThrows(Fault.class, () -> parse(query)).kind());
    }

    @Test
    void theAudienceIsAsAsked() {
        assertEquals(Visibility.PRIVATE, parse("visibility=private").audience().visibility());
        assertFalse(parse("visibility=public").audience().everything());
        assertTrue(parse("visibility=all").audience().everything());
        assertNull(parse("visibility=all").audience().visibility());
        assertEquals(
                Member.Status.REJECTED,
                parse("member_status=rejected").audience().memberStatus());
        assertNull(parse("member_status=all").audience().memberStatus());
    }

    @ParameterizedTest
    @CsvSource({"true, true", "True, true", "TRUE, true", "false, false", "False, false"})
    void hiddenIsReadInAnyCase(String text, boolean expected) {
        assertEquals(expected, parse("os_hidden=" + text).hidden());
    }

    @Test
    void everyTagCountsAndOtherwiseTheLastValue() {
        var query = parse("tag=a&tag=%20b%20&name=x&name=y&deleted=true&os_distro=debian&marker=m");

        assertEquals(
                List.of(
                        new ImageQuery.HasTag("a"),
                        new ImageQuery.HasTag("b"),
                        new ImageQuery.TextIs(ImageQuery.Field.NAME, "y"),
                        new ImageQuery.HasProperty("os_distro", "debian")),
                query.filters());
        assertEquals("m", query.page().marker());
    }

    @Test
    void conditionsAreBounded() {
        parse("tag=t&".repeat(100));

        var fault = assertThrows(Fault.class, () -> parse("tag=t&".repeat(101)));

        assertEquals(Fault.Kind.INVALID, fault.kind());
    }
}
