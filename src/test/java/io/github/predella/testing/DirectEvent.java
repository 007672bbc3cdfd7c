package io.github.predella.testing;

import io.github.predella.boot.UnheardEvent;
import java.util.function.Consumer;

/** An event that one listener hears at once, as if every transaction succeeded on the spot. */
public final class DirectEvent<T> extends UnheardEvent<T> {

    private final Consumer<T> listener;

    public DirectEvent(Consumer<T> listener) {
        this.listener = listener;
    }

    @Override
    public void fire(T event) {
        listener.accept(event);
    }
}
