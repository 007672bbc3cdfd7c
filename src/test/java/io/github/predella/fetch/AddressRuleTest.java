package io.github.predella.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.AddressText;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {

    private static final AddressRule STRICT = AddressRule.allowing(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:a9fe:a9fe",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "5f00::1"
            })
    void specialAddressesAreRefused(String address) {
        assertFalse(STRICT.allows(address(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "2001:200::1",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void publicAddressesAreAllowed(String address) {
        assertTrue(STRICT.allows(address(address)));
    }

    @Test
    void theOperatorsNetworksAreAllowedAndNothingBesides() {
        var rule = AddressRule.allowing(List.of("10.1.0.0/16", "fd00::/8", "127.0.0.1"));

        assertTrue(rule.allows(address("10.1.255.1")));
        assertTrue(rule.allows(address("::ffff:10.1.2.3")));
        assertTrue(rule.allows(address("fdff::1")));
        assertTrue(rule.allows(address("127.0.0.1")));
        assertFalse(rule.allows(address("10.2.0.1")));
        assertFalse(rule.allows(address("fc00::1")));
        assertFalse(rule.allows(address("127.0.0.2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "", "::/129", "/8", "10.0.0.0/"})
    void whatIsNoNetworkIsTheOperatorsMistake(String text) {
        var networks = List.of(text);

        var refusal = assertThrows(IllegalArgumentException.class, () -> AddressRule.allowing(networks));

        assertEquals("not a network such as 192.0.2.0/24 or 2001:db8::/32: " + text, refusal.getMessage());
    }

    private static InetAddress address(String text) {
        return AddressText.read(text).orElseThrow();
    }
}
