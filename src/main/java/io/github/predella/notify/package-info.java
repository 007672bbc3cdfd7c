/**
 * Telling other services what has happened: features hand a {@link io.github.predella.notify.Notice} to {@link
 * io.github.predella.notify.Notifications}, and after the commit one thread brings it to where the operator wants it,
 * in order, without anybody waiting for that. What a notice says is the features' business; how it travels is a {@link
 * io.github.predella.notify.Notifier}'s, that over AMQP in the annex {@code notify.amqp} (ADR 28).
 */
package io.github.predella.notify;
