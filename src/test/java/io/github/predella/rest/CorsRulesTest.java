package io.github.predella.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.config.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorsRulesTest {

    private static final String PAGE = "https://pages.example";

    @Test
    void withoutOriginsNothingIsSaid() {
        assertFalse(rules(Map.of()).isOn());
    }

    @Test
    void anAllowedPageMayReadTheAnswer() {
        var headers = rules(Map.of("cors.allowed_origin", "https://other.example," + PAGE))
                .onAnswer(PAGE);

        assertEquals(
                Map.of(
                        "Access-Control-Allow-Origin",
                        PAGE,
                        "Access-Control-Allow-Credentials",
                        "true",
                        "Access-Control-Expose-Headers",
                        "X-Image-Meta-Checksum,X-Auth-Token,X-Subject-Token,X-Service-Token,X-OpenStack-Request-ID"),
                headers);
    }

    @ParameterizedTest
    @CsvSource({
        "http://pages.example",
        "https://pages.example:8443",
        "https://pages.example.evil.example",
        "https://PAGES.example",
        "null",
        "*"
    })
    void anotherPageIsToldNothing(String origin) {
        assertEquals(Map.of(), rules(Map.of("cors.allowed_origin", PAGE)).onAnswer(origin));
    }

    @Test
    void whereAnyPageMayComeNoneGetsCredentials() {
        var rules = rules(Map.of("cors.allowed_origin", "*", "cors.expose_headers", ""));

        assertEquals(Map.of("Access-Control-Allow-Origin", "*"), rules.onAnswer("https://anybody.example"));
    }

    @Test
    void aNamedPageGetsThemAlsoWhereAnyMayCome() {
        var headers = rules(Map.of("cors.allowed_origin", "*," + PAGE)).onAnswer(PAGE);

        assertEquals(PAGE, headers.get("Access-Control-Allow-Origin"));
        assertEquals("true", headers.get("Access-Control-Allow-Credentials"));
    }

    @Test
    void anAllowedPageLearnsWhatItMaySend() {
        var rules = rules(Map.of("cors.allowed_origin", PAGE, "cors.allow_credentials", "false", "cors.max_age", "60"));

        var headers = rules.onQuestion(PAGE, "PUT", "x-auth-token, content-type");

        assertEquals(
                Optional.of(Map.of(
                        "Access-Control-Allow-Origin",
                        PAGE,
                        "Access-Control-Max-Age",
                        "60",
                        "Access-Control-Allow-Methods",
                        "PUT",
                        "Access-Control-Allow-Headers",
                        "x-auth-token,content-type")),
                headers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://pages.example | TRACE | X-Auth-Token          | false
            https://pages.example | put   | X-Auth-Token          | false
            https://pages.example | PUT   | X-Auth-Token, X-Other | false
            https://other.example | PUT   | X-Auth-Token          | false
            https://pages.example | PATCH |                       | true
            https://pages.example | GET   | accept                | true
            """)
    void whatMayNotBeSentIsNotAnswered(String origin, String method, String headers, boolean allowed) {
        var answer = rules(Map.of("cors.allowed_origin", PAGE)).onQuestion(origin, method, headers);

        assertEquals(allowed, answer.isPresent());
    }

    @Test
    void anAddressOfAPageIsNoOrigin() {
        var wrong = Map.of("cors.allowed_origin", PAGE + "/path");

        assertThrows(RuntimeException.class, () -> rules(wrong));
    }

    private static CorsRules rules(Map<String, String> settings) {
        return new CorsRules(Settings.load(settings, Map.of("OS_GLANCE_CONFIG_DIR", "/nowhere"))
                .read(CorsSettings.class));
    }
}
