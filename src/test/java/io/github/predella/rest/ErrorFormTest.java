package io.github.predella.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                              | HTML",
                "''                                | PLAIN",
                "*/*                               | HTML",
                "text/html                         | HTML",
                "application/json                  | JSON",
                "APPLICATION/JSON; charset=UTF-8   | JSON",
                "text/html;q=0.5, application/json | JSON",
                "application/json;q=0.5, text/*    | HTML",
                "*/*;q=0.1, application/json       | JSON",
                "*/*, text/html;q=0                | JSON",
                "*/*;q=0                           | PLAIN",
                "image/png                         | PLAIN",
                "text/plain                        | PLAIN",
                "application/json;q=x              | PLAIN",
            })
    void acceptHeaderChoosesTheForm(String accept, ErrorForm expected) {
        var form = ErrorForm.welcomedBy(accept);

        assertEquals(expected, form);
    }
}
