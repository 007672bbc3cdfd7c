package io.github.predella.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTest {

    private static final String PEER = "10.0.0.1";

    private final Outside outside =
            new Outside(new ProxySettings(true, List.of("10.0.0.0/8", "2001:db8::/32", "127.0.0.1")).trust());
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            For: 1.2.3.4 & Proto: https & Host: images.example        | https://images.example 1.2.3.4
            For: 1.2.3.4 & Proto: HTTPS & Host: images.example:8443   | https://images.example:8443 1.2.3.4
            For: 1.2.3.4 & Proto: https & Port: 8443                  | https://inner.example:8443 1.2.3.4
            Host: images.example:80 & Port: 8443                      | http://images.example 10.0.0.1
            Host: [2001:db8::9]:444 & Proto: https                    | https://[2001:db8::9]:444 10.0.0.1
            Host: [2001:db8::9] & Proto: https                        | https://[2001:db8::9] 10.0.0.1
            For: 1.2.3.4:5678                                         | http://inner.example 1.2.3.4
            For: [fd00::1]:5678                                       | http://inner.example fd00:0:0:0:0:0:0:1
            For: fd00::1                                              | http://inner.example fd00:0:0:0:0:0:0:1
            Prefix: /images/                                          | http://inner.example/images 10.0.0.1
            Prefix: /a/b.c                                            | http://inner.example/a/b.c 10.0.0.1
            """)
    void aTrustedProxySaysHowTheRequestLooked(String said, String outer) {
        given(said);

        assertEquals(outer, seen(PEER));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            for=1.2.3.4;proto=https;host=images.example               | https://images.example 1.2.3.4
            For="1.2.3.4:99" ; Proto=https                            | https://inner.example 1.2.3.4
            for="[fd00::1]:5678";host="images.example:8443"           | http://images.example:8443 fd00:0:0:0:0:0:0:1
            for=9.9.9.9;proto=http, for=1.2.3.4;proto=https           | https://inner.example 1.2.3.4
            for=1.2.3.4;proto=https, for=10.0.0.7;proto=http          | https://inner.example 1.2.3.4
            for=unknown;proto=https                                   | https://inner.example 10.0.0.1
            for=_hidden;proto=https                                   | https://inner.example 10.0.0.1
            for="1.2.3.4;proto=https                                  | http://inner.example 10.0.0.1
            ;;,=,;                                                    | http://inner.example 10.0.0.1
            """)
    void theStandardsFormSaysTheSame(String forwarded, String outer) {
        headers.put("Forwarded", List.of(forwarded));

        assertEquals(outer, seen(PEER));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            6.6.6.6, 1.2.3.4                     | 1.2.3.4
            6.6.6.6, 1.2.3.4, 10.0.0.2           | 1.2.3.4
            1.2.3.4, 2001:db8::5, 10.0.0.2       | 1.2.3.4
            10.0.0.9, 10.0.0.2                   | 10.0.0.9
            6.6.6.6, unknown, 10.0.0.2           | 10.0.0.2
            6.6.6.6, ::ffff:10.0.0.3             | 6.6.6.6
            """)
    void onlyWhatTrustedProxiesHaveAddedTellsTheClient(String hops, String client) {
        given("For: " + hops);

        assertEquals("http://inner.example " + client, seen(PEER));
    }

    /** The outer proxy has added the first text, the inner one the second. */
    @Test
    void schemeAndHostAreThoseThatTheOutermostProxySaw() {
        given("For: 1.2.3.4, 10.0.0.2 & Proto: https, http & Host: images.example, middle.example");

        assertEquals("https://images.example 1.2.3.4", seen(PEER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Proto: gopher",
                "Proto: https://",
                "Host: a b",
                "Host: images.example:0",
                "Host: images.example:99999",
                "Host: images.example/path",
                "Host: user@images.example",
                "Host: [::1",
                "Host: <script>",
                "Port: -1",
                "Port: 65536",
                "Port: 99999999999",
                "For: 1.2.3.256",
                "For: 01.2.3.4",
                "For: evil.example",
                "For: ::1%eth0",
                "Prefix: images",
                "Prefix: //evil.example",
                "Prefix: /a/../b",
                "Prefix: /a?b",
                "Prefix: /a%0d%0aSet-Cookie:x"
            })
    void aTextThatIsNotWhatItShouldBeCountsAsMissing(String said) {
        given(said);

        var plain = new OuterAddress("http", "inner.example", 80, "", PEER);

        var outer = outside.of(new Outside.Inside(PEER, "http", "inner.example"), this::all);

        assertEquals(plain, outer.orElse(plain));
    }

    @Test
    void aHeaderWithoutEndCountsAsMissing() {
        given("Proto: https & For: " + "1.2.3.4, ".repeat(1000) + "1.2.3.4");

        assertEquals("https://inner.example " + PEER, seen(PEER));
    }

    @Test
    void aLineBreakGetsNowhere() {
        headers.put("X-Forwarded-Host", List.of("images.example\r\nSet-Cookie: a=b"));
        headers.put("X-Forwarded-Prefix", List.of("/a\nb"));

        assertEquals("http://inner.example " + PEER, seen(PEER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "fd00::1", "not an address", ""})
    void whoeverIsNotTrustedSaysNothing(String peer) {
        given("For: 1.2.3.4 & Proto: https & Host: images.example & Prefix: /x");

        assertEquals("nothing", seen(peer));
    }

    @Test
    void withoutHeadersThereIsNothingToSay() {
        assertEquals("nothing", seen(PEER));
    }

    /** The proxy writes one of them; the other one can only come from the client. */
    @Test
    void twoFormsThatContradictEachOtherDoNotCount() {
        given("For: 1.2.3.4 & Proto: https");
        headers.put("Forwarded", List.of("for=6.6.6.6;proto=https"));

        assertEquals("nothing", seen(PEER));
    }

    @Test
    void twoFormsThatAgreeCount() {
        given("For: 1.2.3.4 & Proto: https");
        headers.put("Forwarded", List.of("for=1.2.3.4;proto=https"));

        assertEquals("https://inner.example 1.2.3.4", seen(PEER));
    }

    @Test
    void aNetworkThatIsNoneStopsTheStart() {
        var wrong = List.of("10.0.0.0/33");

        assertThrows(IllegalArgumentException.class, () -> new ProxySettings(true, wrong));
    }

    private void given(String said) {
        for (String header : said.split(" & ", -1)) {
            int colon = header.indexOf(": ");
            headers.computeIfAbsent("X-Forwarded-" + header.substring(0, colon), name -> new ArrayList<>())
                    .add(header.substring(colon + 2));
        }
    }

    private List<String> all(String name) {
        return headers.getOrDefault(name, List.of());
    }

    private String seen(String peer) {
        Optional<OuterAddress> outer = outside.of(new Outside.Inside(peer, "http", "inner.example"), this::all);
        return outer.map(address -> address.origin() + address.prefix() + " " + address.client())
                .orElse("nothing");
    }
}
