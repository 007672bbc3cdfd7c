package io.github.predella.notify;

import java.util.Optional;

/** Supplies the notifiers of some drivers. */
public interface NotifierProvider {

    /** The notifier of a driver, which connects when it is first used; empty when others supply it. */
    Optional<Notifier> open(NotifyDriver driver);
}
