package io.github.predella.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRuleTest {

    @ParameterizedTest
    @CsvSource({
        "/v2/images, /v2/images, true",
        "/v2/images, /v2/images/, false",
        "/v2/images, /v2/images/1, false",
        "/v2/images/*, /v2/images/1, true",
        "/v2/images/*, /v2/images/, false",
        "/v2/images/*, /v2/images/1/file, false",
        "/v2/images/{id}/file, /v2/images/1/file, true",
        "/v2/images/{id}/file, /v2/images/1/2/file, false",
        "/v2/images/{id}*, /v2/images/1/file, false",
        "/v2/images/{id}*, /v2/images/12, true",
        "/v2/images/**, /v2/images/1/file, true",
        "/v2/images/**, /v2/images/, true",
        "/v2/**/file, /v2/images/1/file, true",
        "**, /v2/images, true",
        "/v2.images, /v2ximages, false",
        "/v2/(images), /v2/images, false",
        "/v2/{images, /v2/{images, true",
        "/v2/images, /V2/images, false"
    })
    void patternsMeanWhatIdentityDocumentsSay(String pattern, String path, boolean allowed) {
        var rule = new AccessRule("image", "GET", pattern);

        assertEquals(allowed, rule.allows("image", "GET", path));
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/images/../tasks",
        "/v2/images/..",
        "/v2/images/./1",
        "/v2/images//1",
        "/v2/images/%2e%2e/tasks",
        "/v2/images/1%2Ffile",
        "/v2/images/1;a=b",
        "/v2/images/1%5c",
        "/v2/images/.."
    })
    void addressesThatServersReadDifferentlyAreNeverAllowed(String path) {
        var rule = new AccessRule("image", "GET", "**");

        assertFalse(rule.allows("image", "GET", path));
    }

    @Test
    void serviceAndMethodMustFitToo() {
        var rule = new AccessRule("image", "GET", "/v2/images");

        assertTrue(rule.allows("image", "GET", "/v2/images"));
        assertFalse(rule.allows("compute", "GET", "/v2/images"));
        assertFalse(rule.allows("image", "POST", "/v2/images"));
    }

    @Test
    void noPatternTakesLong() {
        var rule = new AccessRule("image", "GET", "**a".repeat(100) + "b");
        String path = "/" + "a".repeat(8_000);

        assertTimeout(Duration.ofSeconds(5), () -> assertFalse(rule.allows("image", "GET", path)));
    }
}
