package io.github.predella.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.fetch.UrlRule.Choice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRuleTest {

    private static final UrlRule STANDARD = new UrlRule(
            new Choice(List.of("http", "https"), List.of()), Choice.ANY, new Choice(List.of("80", "443"), List.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/disk",
                "HTTPS://Example.COM:443/disk?version=1#part",
                "http://example.com",
                "http://example.com./disk",
                "http://my_server/disk",
                "http://8.8.8.8:80/",
                "http://[2606:4700::1111]:443/",
                "http://example.com/ä"
            })
    void ordinaryUrlsAreAllowed(String url) {
        assertTrue(allows(STANDARD, url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "disk",
                "/disk",
                "//example.com/disk",
                "http:disk",
                "http:///disk",
                "file:///etc/passwd",
                "ftp://example.com/disk",
                "jar:http://example.com/x!/y",
                "http://user@example.com/",
                "http://user:word@example.com/",
                "http://example.com:8080/",
                "http://example.com:0/",
                "http://example.com:/",
                "http://example.com:65536/",
                "http://example.com:99999999999/",
                "http://exa mple.com/",
                "http://example.com/a b",
                "http://example.com\\@inner/",
                "http://example..com/",
                "http://.example.com/",
                "http://example.com../",
                "http://exämple.com/",
                "http://127。0。0。1/",
                "http://①②⑦.0.0.1/",
                "http://%31%32%37.0.0.1/",
                "http://[::1%25lo]/",
                "http://[::1/",
                "http://[v1.x]/",
                "http://[1:2]/"
            })
    void otherUrlsAreRefused(String url) {
        assertFalse(allows(STANDARD, url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0177.0.0.1",
                "127.1",
                "127.0.1",
                "127.0.0.01",
                "127.0.0.1.",
                "127.0.0.256",
                "1.2.3.4.5",
                "0x7f000001",
                "0x7f.1",
                "127.0x0.0.1",
                "0x7F.0x0.0x0.0x1",
                "017700000001",
                "example.1",
                "...."
            })
    void numbersInUnusualFormsAreNoHosts(String host) {
        assertEquals(Optional.empty(), WebAddress.parse("http://" + host + "/"));
    }

    @ParameterizedTest
    @CsvSource({
        "'http://127.0.0.1/', 127.0.0.1",
        "'http://[::ffff:127.0.0.1]/', 127.0.0.1",
        "'http://[::FFFF:7f00:1]/', 127.0.0.1",
        "'http://[0:0::1]/', 0:0:0:0:0:0:0:1"
    })
    void addressesHaveOneForm(String url, String host) {
        var address = WebAddress.parse(url).orElseThrow();

        assertEquals(host, address.host());
        assertEquals(host, address.literal().orElseThrow().getHostAddress());
    }

    @Test
    void aListOfAllowedHostsIsCompleteAndSilencesTheOther() {
        var rule = hosts(List.of("Images.Example.com", "[::1]"), List.of("images.example.com"));

        assertTrue(allows(rule, "http://images.example.COM./disk"));
        assertTrue(allows(rule, "http://[0::1]/disk"));
        assertFalse(allows(rule, "http://example.com/disk"));
    }

    @Test
    void disallowedHostsAreFoundInEveryForm() {
        var rule = hosts(List.of(), List.of("bad.example.com", "127.0.0.1"));

        assertFalse(allows(rule, "http://BAD.example.com./"));
        assertFalse(allows(rule, "http://[::ffff:7f00:1]/"));
        assertTrue(allows(rule, "http://good.example.com/"));
    }

    @Test
    void portsAreComparedOnlyWhereTheyAreWritten() {
        var rule = new UrlRule(Choice.ANY, Choice.ANY, new Choice(List.of("8080"), List.of()));

        assertTrue(allows(rule, "http://example.com/"));
        assertTrue(allows(rule, "http://example.com:8080/"));
        assertFalse(allows(rule, "http://example.com:80/"));
    }

    @Test
    void disallowedSchemesAndPortsCountWhereNothingIsListedAsAllowed() {
        var rule =
                new UrlRule(new Choice(List.of(), List.of("HTTP")), Choice.ANY, new Choice(List.of(), List.of("8443")));

        assertFalse(allows(rule, "http://example.com/"));
        assertFalse(allows(rule, "https://example.com:8443/"));
        assertFalse(allows(rule, "ftp://example.com/"));
        assertTrue(allows(rule, "https://example.com:9443/"));
    }

    private static UrlRule hosts(List<String> allowed, List<String> disallowed) {
        return new UrlRule(Choice.ANY, new Choice(allowed, disallowed), Choice.ANY);
    }

    private static boolean allows(UrlRule rule, String url) {
        return WebAddress.parse(url).filter(rule::allows).isPresent();
    }
}
