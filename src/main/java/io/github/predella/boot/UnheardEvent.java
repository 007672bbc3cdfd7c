package io.github.predella.boot;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An event outside of a container, where nobody listens. */
public class UnheardEvent<T> implements Event<T> {

    @Override
    public void fire(T event) {
        // Other processes find out by themselves.
    }

    @Override
    public final <U extends T> CompletionStage<U> fireAsync(U event) {
        fire(event);
        return CompletableFuture.completedStage(event);
    }

    @Override
    public final <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
        return fireAsync(event);
    }

    @Override
    public final Event<T> select(Annotation... qualifiers) {
        return this;
    }

    @Override
    public final <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        return narrowed();
    }

    @Override
    public final <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        return narrowed();
    }

    /** Whoever takes any T takes a U. */
    @SuppressWarnings("unchecked")
    private <U extends T> Event<U> narrowed() {
        return (Event<U>) this;
    }
}
