package io.github.predella.notify.amqp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.config.Seconds;
import io.github.predella.config.Settings;
import io.github.predella.config.SettingsProblems;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RabbitSettingsTest {

    private static RabbitSettings read(Map<String, String> properties) {
        return Settings.load(properties, Map.of()).read(RabbitSettings.class);
    }

    @Test
    void defaultsAreThoseOfTheReference() {
        assertEquals(new RabbitSettings(false, false, false, null, null, null, new Seconds(60)), read(Map.of()));
    }

    @Test
    void everythingCanBeSet() {
        var settings = read(Map.of(
                "oslo_messaging_rabbit.amqp_durable_queues", "true",
                "oslo_messaging_rabbit.amqp_auto_delete", "true",
                "oslo_messaging_rabbit.ssl", "true",
                "oslo_messaging_rabbit.ssl_ca_file", "ca.pem",
                "oslo_messaging_rabbit.ssl_cert_file", "own.pem",
                "oslo_messaging_rabbit.ssl_key_file", "own.key",
                "oslo_messaging_rabbit.heartbeat_timeout_threshold", "0"));

        assertEquals(
                new RabbitSettings(
                        true, true, true, Path.of("ca.pem"), Path.of("own.pem"), Path.of("own.key"), new Seconds(0)),
                settings);
    }

    @Test
    void silenceBeyondTheProtocolIsRefused() {
        assertThrows(
                SettingsProblems.class,
                () -> read(Map.of("oslo_messaging_rabbit.heartbeat_timeout_threshold", "65536")));
    }
}
