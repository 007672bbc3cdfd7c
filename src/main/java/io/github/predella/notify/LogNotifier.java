package io.github.predella.notify;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes notices into the log, one line of JSON each. */
final class LogNotifier implements Notifier {

    private static final Logger LOG = Logger.getLogger("io.github.predella.notification");

    @Override
    public void send(Letter letter) {
        var level =
                switch (letter.notice().priority()) {
                    case INFO -> Level.INFO;
                    case ERROR -> Level.SEVERE;
                };
        LOG.log(level, letter::text);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
