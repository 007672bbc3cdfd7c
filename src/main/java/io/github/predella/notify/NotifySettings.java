package io.github.predella.notify;

import io.github.predella.config.Secret;
import io.github.predella.config.Setting;
import java.util.List;

/**
 * Which notices are sent, and where to.
 *
 * @param drivers names of {@link NotifyDriver}s; none: nothing is sent
 * @param ownTransport address of the broker, null when it is {@link #commonTransport}
 * @param commonTransport address of the broker in the reference's form
 * @param topics first parts of the names of queues, at least one; each gets every message
 * @param retry how often a message is tried again; negative: for ever
 * @param exchange name of the exchange
 * @param publisher who sends, in every message
 * @param disabled types of events that are not sent, or what stands before their first dot
 * @param queue how many messages wait at most, 1 to a million
 */
public record NotifySettings(
        @Setting(
                key = "oslo_messaging_notifications.driver",
                fallback = "",
                repeated = true,
                says = "how notifications are sent: messagingv2, messaging, log or noop, or several; not set: none are")
        List<String> drivers,

        @Setting(
                key = "oslo_messaging_notifications.transport_url",
                says = "address of the broker for notifications; not set: that of [DEFAULT]")
        Secret ownTransport,

        @Setting(
                key = "DEFAULT.transport_url",
                fallback = "rabbit://",
                says = "address of the broker: rabbit://user:password@host:port,…/vhost, or rabbit+ssl://…")
        Secret commonTransport,

        @Setting(
                key = "oslo_messaging_notifications.topics",
                fallback = "notifications",
                says = "names of queues for notifications, without the priority at their end")
        List<String> topics,

        @Setting(
                key = "oslo_messaging_notifications.retry",
                fallback = "-1",
                says = "how often a notification is tried again that could not be sent; negative: for ever")
        int retry,

        @Setting(
                key = "DEFAULT.control_exchange",
                fallback = "glance",
                says = "exchange through which notifications are sent")
        String exchange,

        @Setting(
                key = "DEFAULT.default_publisher_id",
                fallback = "image.localhost",
                says = "who sends notifications, in their publisher_id")
        String publisher,

        @Setting(
                key = "DEFAULT.disabled_notifications",
                fallback = "",
                says = "notifications that are not sent: event types, or what stands before their first dot")
        List<String> disabled,

        @Setting(
                key = "predella.notification_queue",
                fallback = "1000",
                says = "notifications that wait for their broker at most; what is more is dropped")
        int queue) {

    public NotifySettings {
        drivers = List.copyOf(drivers);
        topics = List.copyOf(topics);
        disabled = List.copyOf(disabled);
        boolean remote = drivers.stream().map(NotifyDriver::of).anyMatch(NotifyDriver::isRemote);
        if (remote) {
            address(ownTransport, commonTransport);
        }
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("topics names no queue");
        }
        if (queue < 1 || queue > 1_000_000) {
            throw new IllegalArgumentException("notification_queue is not between 1 and 1000000");
        }
    }

    /** The drivers that send anything. */
    List<NotifyDriver> sending() {
        return drivers.stream()
                .map(NotifyDriver::of)
                .filter(driver -> driver != NotifyDriver.NOOP)
                .distinct()
                .toList();
    }

    /** Address of the broker; for settings with a driver that needs one. */
    public BrokerAddress broker() {
        return address(ownTransport, commonTransport);
    }

    private static BrokerAddress address(Secret own, Secret common) {
        return BrokerAddress.parse((own == null ? common : own).value());
    }
}
