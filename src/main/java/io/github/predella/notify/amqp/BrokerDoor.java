package io.github.predella.notify.amqp;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.github.predella.notify.BrokerAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** Opens connections to a broker, at whichever of its nodes answers. For one thread. */
final class BrokerDoor {

    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(5).toMillis();

    private final BrokerAddress address;
    private final RabbitSettings settings;
    private final SSLContext tls;

    /** The node that answered last; the next search begins there. */
    private int node;

    /**
     * @param directory in which the files of TLS are
     * @throws IllegalArgumentException with a sentence for operators when one of them is of no use
     */
    BrokerDoor(BrokerAddress address, RabbitSettings settings, Path directory) {
        this.address = address;
        this.settings = settings;
        this.tls = address.tls() || settings.tls() ? settings.files().context(directory) : null;
    }

    /** @throws IOException or TimeoutException of the last node, when none answers */
    Connection open() throws IOException, TimeoutException {
        int nodes = address.hosts().size();
        for (int tried = 1; ; tried++) {
            try {
                return open(address.hosts().get(node));
            } catch (IOException | TimeoutException away) {
                node = (node + 1) % nodes;
                if (tried >= nodes) {
                    throw away;
                }
            }
        }
    }

    private Connection open(BrokerAddress.Host host) throws IOException, TimeoutException {
        var factory = new ConnectionFactory();
        factory.setHost(host.name());
        factory.setPort(host.port());
        factory.setUsername(host.user());
        factory.setPassword(host.password());
        factory.setVirtualHost(address.virtualHost());
        factory.setRequestedHeartbeat((int) settings.heartbeat().value());
        factory.setConnectionTimeout(PATIENCE_MILLIS);
        factory.setHandshakeTimeout(PATIENCE_MILLIS);
        factory.setChannelRpcTimeout(PATIENCE_MILLIS);
        // The sender tries again by itself, with the message that it has not got rid of.
        factory.setAutomaticRecoveryEnabled(false);
        if (tls != null) {
            factory.useSslProtocol(tls);
            factory.enableHostnameVerification();
        }
        return factory.newConnection("predella notifications");
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
