package io.github.predella.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;

/** Takes notices after their commit and has them sent, on a thread of its own that is there while notices are sent. */
@ApplicationScoped
public class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class.getName());

    private NotifySettings settings;
    private Iterable<NotifierProvider> providers;
    private NotifyThreads threads;
    private Outbox outbox;
    private DropReport drops;

    // Guarded by this.
    private Thread sender;
    private boolean ended;

    /** For the container's proxy only. */
    protected Postman() {}

    @Inject
    public Postman(NotifySettings settings, Instance<NotifierProvider> providers, NotifyThreads threads, Clock clock) {
        this(settings, (Iterable<NotifierProvider>) providers, threads, clock);
    }

    Postman(NotifySettings settings, Iterable<NotifierProvider> providers, NotifyThreads threads, Clock clock) {
        this.settings = settings;
        this.providers = providers;
        this.threads = threads;
        this.outbox = new Outbox(settings.queue());
        this.drops = new DropReport(clock);
    }

    /**
     * Begins to send; before, notices wait. Nothing happens where none are sent.
     *
     * @throws IllegalArgumentException with a sentence for operators when a driver cannot be used as it is set up
     */
    public synchronized void begin() {
        var notifiers = settings.sending().stream().map(this::notifier).toList();
        if (!notifiers.isEmpty()) {
            begin(notifiers, NoticeSender.Pauses.ASLEEP);
            LOG.info(() -> "notifications are sent by " + settings.drivers());
        }
    }

    synchronized void begin(List<Notifier> notifiers, NoticeSender.Pauses pauses) {
        sender = threads.thread(new NoticeSender(outbox, notifiers, settings.retry(), pauses, drops));
        sender.start();
    }

    private Notifier notifier(NotifyDriver driver) {
        return driver == NotifyDriver.LOG
                ? new LogNotifier()
                : StreamSupport.stream(providers.spliterator(), false)
                        .map(provider -> provider.open(driver))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow();
    }

    /** Takes what a transaction has just made true. */
    void deliver(@Observes(during = TransactionPhase.AFTER_SUCCESS) Notice notice) {
        post(notice);
    }

    /** Takes a notice. Never waits for anything and never throws. */
    public void post(Notice notice) {
        switch (outbox.offer(Letter.of(notice, settings.publisher()))) {
            case TAKEN -> {}
            case FULL -> drops.dropped("full");
            case TOO_LARGE -> drops.dropped("large");
        }
    }

    /**
     * Sends what waits, for so long at most, and ends; what then still waits is lost, and operators are told. A second
     * time does nothing.
     */
    public void end(Duration patience) {
        var thread = endingThread();
        if (thread.isEmpty()) {
            return;
        }
        try {
            if (!outbox.awaitEmpty(patience.toNanos())) {
                LOG.warning(() -> outbox.size() + " notifications are lost: the service stops before they are sent");
            }
            thread.get().interrupt();
            thread.get().join(patience.toMillis());
        } catch (InterruptedException stop) {
            thread.get().interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<Thread> endingThread() {
        boolean first = sender != null && !ended;
        ended = true;
        return first ? Optional.of(sender) : Optional.empty();
    }
}
