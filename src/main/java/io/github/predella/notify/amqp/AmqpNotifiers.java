package io.github.predella.notify.amqp;

import io.github.predella.config.Settings;
import io.github.predella.notify.Letter;
import io.github.predella.notify.Notifier;
import io.github.predella.notify.NotifierProvider;
import io.github.predella.notify.NotifyDriver;
import io.github.predella.notify.NotifySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/** The notifiers that send over a broker. */
@ApplicationScoped
public class AmqpNotifiers implements NotifierProvider {

    private NotifySettings settings;
    private RabbitSettings broker;
    private Settings files;

    /** For the container's proxy only. */
    protected AmqpNotifiers() {}

    @Inject
    public AmqpNotifiers(NotifySettings settings, RabbitSettings broker, Settings files) {
        this.settings = settings;
        this.broker = broker;
        this.files = files;
    }

    /** Throws {@link IllegalArgumentException} with a sentence for operators when certificates cannot be read. */
    @Override
    public Optional<Notifier> open(NotifyDriver driver) {
        return switch (driver) {
            case NOOP, LOG -> Optional.empty();
            case MESSAGING -> Optional.of(notifier(Letter::plain));
            case MESSAGINGV2 -> Optional.of(notifier(Letter::enveloped));
        };
    }

    private Notifier notifier(Function<Letter, byte[]> form) {
        var door = new BrokerDoor(settings.broker(), broker, files.directory());
        var layout =
                new AmqpNotifier.Layout(settings.exchange(), settings.topics(), broker.durable(), broker.autoDelete());
        return new AmqpNotifier(door, layout, form);
    }
}
