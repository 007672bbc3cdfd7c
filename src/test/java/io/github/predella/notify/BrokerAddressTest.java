package io.github.predella.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.notify.BrokerAddress.Host;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerAddressTest {

    @Test
    void addressWithoutAnythingIsTheBrokersDefault() {
        var address = BrokerAddress.parse("rabbit://");

        assertEquals(List.of(new Host("guest", "guest", "localhost", 5672)), address.hosts());
        assertEquals("/", address.virtualHost());
        assertFalse(address.tls());
    }

    @Test
    void hostWithoutCredentialsHasThoseBeforeIt() {
        var address = BrokerAddress.parse("rabbit://a:b@one:5673,two,c:d@[::1]:5674/cloud");

        assertEquals(
                List.of(
                        new Host("a", "b", "one", 5673),
                        new Host("a", "b", "two", 5672),
                        new Host("c", "d", "::1", 5674)),
                address.hosts());
        assertEquals("cloud", address.virtualHost());
    }

    @Test
    void encodedCharactersAreDecoded() {
        var address = BrokerAddress.parse("rabbit://us%40er:p%2Fw%3A+@host/a%2Fb?ssl=0");

        assertEquals("us@er", address.hosts().get(0).user());
        assertEquals("p/w:+", address.hosts().get(0).password());
        assertEquals("a/b", address.virtualHost());
    }

    @Test
    void encryptedConnectionsHaveAnotherPort() {
        var address = BrokerAddress.parse("rabbit+ssl://u:p@host/");

        assertTrue(address.tls());
        assertEquals(5671, address.hosts().get(0).port());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka://host:9092",
                "amqp1://host",
                "rabbit:/host",
                "rabbit://u:secret@host:0",
                "secret",
                "rabbit://u:secret@ho[st"
            })
    void whatIsNoBrokerIsRefusedWithoutRepeatingSecrets(String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> BrokerAddress.parse(text));

        assertTrue(refusal.getMessage().startsWith("transport_url "));
        assertFalse(refusal.getMessage().contains("secret"));
    }

    @Test
    void textFormHasNoCredentials() {
        var text = BrokerAddress.parse("rabbit://user:word@host/v").toString();

        assertEquals("[host:5672] v", text);
    }
}
