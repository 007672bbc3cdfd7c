package io.github.predella.notify.amqp;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import io.github.predella.notify.Letter;
import io.github.predella.notify.Notifier;
import io.github.predella.notify.NotifyFault;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Sends messages to a broker, which confirms each. The queue of a topic and priority is made when its first message is
 * sent over a connection, so that messages are kept before anybody reads them. After a failure the next message gets a
 * new connection.
 */
final class AmqpNotifier implements Notifier {

    private static final long CONFIRM_MILLIS = Duration.ofSeconds(10).toMillis();
    private static final int CLOSE_MILLIS = (int) Duration.ofSeconds(1).toMillis();

    private static final BasicProperties PROPERTIES = new BasicProperties.Builder()
            .contentType("application/json")
            .contentEncoding("utf-8")
            .headers(Map.of())
            .deliveryMode(2)
            .priority(0)
            .build();

    private final BrokerDoor door;
    private final Layout layout;
    private final Function<Letter, byte[]> form;
    private final Set<String> queues = new HashSet<>();

    private Connection connection;
    private Channel channel;

    /** Set by the connection's thread before it confirms. */
    private volatile boolean returned;

    /**
     * What the broker holds.
     *
     * @param exchange name of the exchange
     * @param topics first parts of the queues' names
     * @param durable whether both survive its restart
     * @param autoDelete whether both go when nobody uses them
     */
    record Layout(String exchange, List<String> topics, boolean durable, boolean autoDelete) {

        Layout {
            topics = List.copyOf(topics);
        }
    }

    /** @param form the body for a letter */
    AmqpNotifier(BrokerDoor door, Layout layout, Function<Letter, byte[]> form) {
        this.door = door;
        this.layout = layout;
        this.form = form;
    }

    @Override
    public void send(Letter letter) throws NotifyFault {
        boolean sent = false;
        try {
            returned = false;
            connect();
            byte[] body = form.apply(letter);
            for (String topic : layout.topics()) {
                String queue = topic + "." + letter.notice().priority().wireName();
                makeQueue(queue);
                channel.basicPublish(layout.exchange(), queue, true, PROPERTIES, body);
            }
            channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
            if (returned) {
                throw new NotifyFault("a queue for notifications has gone; it is made again", null);
            }
            sent = true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new NotifyFault("the service stops", stop);
        } catch (IOException | TimeoutException | ShutdownSignalException away) {
            throw new NotifyFault("the broker at " + door + " does not take a notification", away);
        } finally {
            if (!sent) {
                close();
            }
        }
    }

    private void connect() throws IOException, TimeoutException {
        if (channel != null && channel.isOpen()) {
            return;
        }
        close();
        connection = door.open();
        channel = connection.createChannel();
        channel.confirmSelect();
        channel.addReturnListener(undeliverable -> returned = true);
        channel.exchangeDeclare(
                layout.exchange(), BuiltinExchangeType.TOPIC, layout.durable(), layout.autoDelete(), Map.of());
    }

    private void makeQueue(String name) throws IOException {
        if (!queues.contains(name)) {
            channel.queueDeclare(name, layout.durable(), false, layout.autoDelete(), Map.of());
            channel.queueBind(name, layout.exchange(), name);
            queues.add(name);
        }
    }

    @Override
    public void close() {
        queues.clear();
        channel = null;
        if (connection != null) {
            connection.abort(CLOSE_MILLIS);
            connection = null;
        }
    }
}
