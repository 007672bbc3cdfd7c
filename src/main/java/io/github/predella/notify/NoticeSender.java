package io.github.predella.notify;

import io.github.predella.observe.NoticeFigures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings messages from the outbox to the notifiers, one after the other. While a notifier cannot send, it is tried again
 * after ever longer pauses, and everything behind waits.
 */
final class NoticeSender implements Runnable {

    private static final Logger LOG = Logger.getLogger(NoticeSender.class.getName());

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Outbox outbox;
    private final List<Notifier> notifiers;
    private final int retry;
    private final Pauses pauses;
    private final DropReport drops;

    /** How the pauses between two tries are spent. */
    @FunctionalInterface
    interface Pauses {

        Pauses ASLEEP = pause -> TimeUnit.NANOSECONDS.sleep(pause.toNanos());

        void spend(Duration pause) throws InterruptedException;
    }

    /** @param retry how often a message is tried again; negative: for ever */
    NoticeSender(Outbox outbox, List<Notifier> notifiers, int retry, Pauses pauses, DropReport drops) {
        this.outbox = outbox;
        this.notifiers = List.copyOf(notifiers);
        this.retry = retry;
        this.pauses = pauses;
        this.drops = drops;
    }

    /** Sends until its thread is interrupted. */
    @Override
    public void run() {
        try {
            while (true) {
                var letter = outbox.first();
                for (Notifier notifier : notifiers) {
                    send(notifier, letter);
                }
                outbox.removeFirst();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            notifiers.forEach(Notifier::close);
        }
    }

    private void send(Notifier notifier, Letter letter) throws InterruptedException {
        var pause = FIRST_PAUSE;
        for (int tried = 0; ; tried++) {
            try {
                notifier.send(letter);
                NoticeFigures.sent();
                if (tried > 0) {
                    LOG.info("notifications are sent again");
                }
                return;
            } catch (NotifyFault fault) {
                told(fault, tried);
            }
            if (retry >= 0 && tried >= retry) {
                drops.dropped("failed");
                return;
            }
            pauses.spend(pause);
            var longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        }
    }

    /** Only the first of several failures is worth a warning: what drops out is told besides. */
    private void told(NotifyFault fault, int tried) throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        LOG.log(tried == 0 && retry != 0 ? Level.WARNING : Level.FINE, fault, () -> "a notification is not sent");
    }
}
