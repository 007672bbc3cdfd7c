package io.github.predella.notify.amqp;

import io.github.predella.config.Seconds;
import io.github.predella.config.Setting;
import io.github.predella.config.TlsFiles;
import java.nio.file.Path;

/**
 * How the broker is spoken to.
 *
 * @param durable whether exchange and queues survive the broker's restart
 * @param autoDelete whether they go when nobody uses them
 * @param tls whether connections are encrypted, whatever the address says
 * @param authorities file with the certificates of whom to believe; null: the system's
 * @param certificate file with the certificate that this service shows, and its chain; null for none
 * @param key file with the private key of that certificate; null: it is in the same file
 * @param heartbeat silence after which the broker is taken for gone; 0: for ever
 */
public record RabbitSettings(
        @Setting(
                key = "oslo_messaging_rabbit.amqp_durable_queues",
                fallback = "false",
                says = "whether exchange and queues of notifications survive the broker's restart")
        boolean durable,

        @Setting(
                key = "oslo_messaging_rabbit.amqp_auto_delete",
                fallback = "false",
                says = "whether exchange and queues of notifications go when nobody uses them")
        boolean autoDelete,

        @Setting(
                key = "oslo_messaging_rabbit.ssl",
                fallback = "false",
                formerly = "oslo_messaging_rabbit.rabbit_use_ssl",
                says = "whether the broker is spoken to by TLS, whatever its address says")
        boolean tls,

        @Setting(
                key = "oslo_messaging_rabbit.ssl_ca_file",
                formerly = "oslo_messaging_rabbit.kombu_ssl_ca_certs",
                says = "certificates (PEM) of the authorities for the broker's; not set: the system's")
        Path authorities,

        @Setting(
                key = "oslo_messaging_rabbit.ssl_cert_file",
                formerly = "oslo_messaging_rabbit.kombu_ssl_certfile",
                says = "certificate (PEM) that this service shows to the broker, with its chain; not set: none")
        Path certificate,

        @Setting(
                key = "oslo_messaging_rabbit.ssl_key_file",
                formerly = "oslo_messaging_rabbit.kombu_ssl_keyfile",
                says = "private key (PEM, not encrypted) of that certificate; not set: it is in the same file")
        Path key,

        @Setting(
                key = "oslo_messaging_rabbit.heartbeat_timeout_threshold",
                fallback = "60",
                says = "seconds of silence after which the broker is taken for gone; 0: never")
        Seconds heartbeat) {

    public RabbitSettings {
        if (heartbeat.value() < 0 || heartbeat.value() > 65_535) {
            throw new IllegalArgumentException("heartbeat_timeout_threshold is not between 0 and 65535");
        }
    }

    /** Whom to believe in TLS, and whom to show. */
    TlsFiles files() {
        return new TlsFiles(authorities, false, certificate, key);
    }
}
