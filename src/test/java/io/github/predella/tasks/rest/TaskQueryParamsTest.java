package io.github.predella.tasks.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.config.Seconds;
import io.github.predella.core.Fault;
import io.github.predella.core.PageRequest;
import io.github.predella.rest.QueryString;
import io.github.predella.tasks.TaskQuery;
import io.github.predella.tasks.TaskQuery.Field;
import io.github.predella.tasks.TaskQuery.InSecond;
import io.github.predella.tasks.TaskQuery.Is;
import io.github.predella.tasks.TaskSettings;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskQueryParamsTest {

    private static final String MARKER = "6f0d2a9c-0000-4000-8000-000000000000";
    private static final TaskSettings SETTINGS = new TaskSettings(48, 16, new Seconds(600), 25, 50);

    private static TaskQuery parse(String query) {
        return TaskQueryParams.parse(QueryString.parse(query), SETTINGS);
    }

    @Test
    void nothingSaidMeansLatestFirst() {
        assertEquals(
                new TaskQuery(List.of(), Field.CREATED_AT, false, new PageRequest(25, null)),
                parse("unknown=1&deleted=True"));
    }

    @Test
    void everythingSaidIsHeard() {
        var query = parse("status=failure&type=import&owner=p1&image_id=i1&limit=7&marker=" + MARKER
                + "&sort_key=status&sort_dir=asc");

        assertEquals(
                List.of(
                        new Is(Field.TYPE, "import"),
                        new Is(Field.STATUS, "failure"),
                        new Is(Field.OWNER, "p1"),
                        new Is(Field.IMAGE_ID, "i1")),
                query.filters());
        assertEquals(Field.STATUS, query.sortKey());
        assertEquals(true, query.ascending());
        assertEquals(new PageRequest(7, MARKER), query.page());
    }

    @Test
    void everyColumnSorts() {
        for (String key : List.of(
                "id",
                "type",
                "status",
                "owner",
                "expires_at",
                "created_at",
                "updated_at",
                "image_id",
                "request_id",
                "user_id")) {
            assertEquals(key, parse("sort_key=" + key).sortKey().name().toLowerCase(Locale.ROOT));
        }
        assertEquals(Field.CREATED_AT, parse("sort_key=deleted").sortKey());
        assertEquals(Field.CREATED_AT, parse("sort_key=deleted_at").sortKey());
    }

    @Test
    void timesAreComparedToTheSecond() {
        var second = new InSecond(Field.CREATED_AT, Instant.parse("2026-01-01T12:00:00Z"));

        assertEquals(List.of(second), parse("created_at=2026-01-01T12:00:00Z").filters());
        assertEquals(List.of(second), parse("created_at=2026-01-01T12:00:00.25").filters());
        assertEquals(
                List.of(second), parse("created_at=2026-01-01T14:00:00%2B02:00").filters());
    }

    @Test
    void pagesAreBounded() {
        assertEquals(50, parse("limit=999999999999").page().limit());
        assertEquals(0, parse("limit=0").page().limit());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=-1",
                "limit=x",
                "limit=",
                "marker=no-uuid",
                "marker=",
                "status=unknown",
                "status=",
                "type=location_import",
                "sort_key=input",
                "sort_key=",
                "sort_dir=up",
                "created_at=yesterday",
                "expires_at=9999-12-31T00:00:00Z",
                "owner=a%00b"
            })
    void whatIsWrongIsRefused(String query) {
        var refusal = assertThrows(Fault.class, () -> parse(query));

        assertEquals(Fault.Kind.INVALID, refusal.kind());
    }
}
