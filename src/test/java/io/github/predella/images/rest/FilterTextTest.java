package io.github.predella.images.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Fault;
import io.github.predella.images.ImageQuery;
import io.github.predella.images.ImageQuery.Comparison;
import io.github.predella.images.ImageQuery.Field;
import io.github.predella.images.ImageQuery.Filter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FilterTextTest {

    @ParameterizedTest
    @MethodSource
    void aParameterIsACondition(String name, String value, Filter expected) {
        assertEquals(expected, FilterText.parse(name, value));
    }

    static Stream<Arguments> aParameterIsACondition() {
        var noon = Instant.parse("2026-01-01T12:00:00Z");
        return Stream.of(
                Arguments.of("name", "debian", new ImageQuery.TextIs(Field.NAME, "debian")),
                Arguments.of("name", "", new ImageQuery.TextIs(Field.NAME, "")),
                Arguments.of("name", "eq:a:b", new ImageQuery.TextIs(Field.NAME, "a:b")),
                Arguments.of("name", "in:a,b", new ImageQuery.TextIn(Field.NAME, List.of("a", "b"))),
                Arguments.of("name", "in:", new ImageQuery.TextIn(Field.NAME, List.of(""))),
                Arguments.of("name", "in:a,", new ImageQuery.TextIn(Field.NAME, List.of("a", ""))),
                Arguments.of("name", "in:\"a,b\",c", new ImageQuery.TextIn(Field.NAME, List.of("a,b", "c"))),
                Arguments.of("name", "in:\"a:\\\"b\"", new ImageQuery.TextIn(Field.NAME, List.of("a:\"b"))),
                Arguments.of("name", "contains: a:b", new ImageQuery.NameContains(" a:b")),
                Arguments.of("stores", "ceph", new ImageQuery.InStore(List.of("ceph"))),
                Arguments.of("stores", "in:ceph,fs", new ImageQuery.InStore(List.of("ceph", "fs"))),
                Arguments.of("os_glance_search", " a=b ", new ImageQuery.Search("a=b")),
                Arguments.of(
                        "created_at_min",
                        "2026-01-01T12:00:00Z",
                        new ImageQuery.TimeIs(Field.CREATED_AT, Comparison.AT_LEAST, noon)),
                Arguments.of(
                        "updated_at_max",
                        "2026-01-01T12:00:00Z",
                        new ImageQuery.TimeIs(Field.UPDATED_AT, Comparison.AT_MOST, noon)),
                Arguments.of("name", "2026-01-01T12:00:00Z", new ImageQuery.TextIs(Field.NAME, "2026-01-01T12:00:00Z")),
                Arguments.of(
                        "status", "in:active,queued", new ImageQuery.TextIn(Field.STATUS, List.of("active", "queued"))),
                Arguments.of("disk_format", "raw", new ImageQuery.TextIs(Field.DISK_FORMAT, "raw")),
                Arguments.of("owner", "in:a", new ImageQuery.TextIs(Field.OWNER, "in:a")),
                Arguments.of("checksum", "a:b", new ImageQuery.TextIs(Field.CHECKSUM, "a:b")),
                Arguments.of("size", "5", new ImageQuery.NumberIs(Field.SIZE, Comparison.EQUAL, 5)),
                Arguments.of("size_min", "5", new ImageQuery.NumberIs(Field.SIZE, Comparison.AT_LEAST, 5)),
                Arguments.of("size_max", " 5 ", new ImageQuery.NumberIs(Field.SIZE, Comparison.AT_MOST, 5)),
                Arguments.of("min_ram_min", "5", new ImageQuery.NumberIs(Field.MIN_RAM, Comparison.AT_LEAST, 5)),
                Arguments.of("min_disk", "5", new ImageQuery.NumberIs(Field.MIN_DISK, Comparison.EQUAL, 5)),
                Arguments.of("protected", "true", new ImageQuery.FlagIs(Field.PROTECTED, true)),
                Arguments.of("protected", "false", new ImageQuery.FlagIs(Field.PROTECTED, false)),
                Arguments.of(
                        "created_at",
                        "2026-01-01T12:00:00Z",
                        new ImageQuery.TimeIs(Field.CREATED_AT, Comparison.EQUAL, noon)),
                Arguments.of(
                        "created_at",
                        "eq:2026-01-01T12:00:00Z",
                        new ImageQuery.TimeIs(Field.CREATED_AT, Comparison.EQUAL, noon)),
                Arguments.of(
                        "updated_at",
                        "gt:2026-01-01T12:00:00Z",
                        new ImageQuery.TimeIs(Field.UPDATED_AT, Comparison.GREATER, noon)),
                Arguments.of(
                        "updated_at",
                        "gte:2026-01-01T12:00:00",
                        new ImageQuery.TimeIs(Field.UPDATED_AT, Comparison.AT_LEAST, noon)),
                Arguments.of(
                        "updated_at",
                        "lt:2026-01-01T12:00:00Z",
                        new ImageQuery.TimeIs(Field.UPDATED_AT, Comparison.LESS, noon)),
                Arguments.of(
                        "updated_at",
                        "lte:2026-01-01T12:00:00Z",
                        new ImageQuery.TimeIs(Field.UPDATED_AT, Comparison.AT_MOST, noon)),
                Arguments.of(
                        "updated_at",
                        "neq:2026-01-01T12:00:00Z",
                        new ImageQuery.TimeIs(Field.UPDATED_AT, Comparison.NOT_EQUAL, noon)),
                Arguments.of("os_distro", "debian:12", new ImageQuery.HasProperty("os_distro", "debian:12")),
                Arguments.of("NAME", "x", new ImageQuery.HasProperty("NAME", "x")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "name, na:me",
                "name, neq:x",
                "name, in:a\"b",
                "name, in:\"a\"b",
                "name, in:\"a",
                "name, in:a\",b",
                "name, contains:",
                "os_glance_search, ` `",
                "stores, in:\"a",
                "created_at_min, yesterday",
                "size, abc",
                "size, ``",
                "size, 1.5",
                "size, 99999999999999999999",
                "size_min, abc",
                "foo_min, 1",
                "name_max, 1",
                "min_ram, x",
                "protected, True",
                "protected, 1",
                "created_at, yesterday",
                "created_at, ``",
                "created_at, in:2026-01-01",
                "created_at, gt:",
                "properties, x",
                "tags, abc",
                "locations, x",
                "members, x",
                "changes-since, ``",
                "changes-since, 2026-01-01T12:00:00Z"
            })
    void whatIsNoConditionIsRefused(String name, String value) {
        var fault = assertThrows(Fault.class, () -> FilterText.parse(name, value == null ? "" : value));

        assertEquals(Fault.Kind.INVALID, fault.kind());
    }
}
