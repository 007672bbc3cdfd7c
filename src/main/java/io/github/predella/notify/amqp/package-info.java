/**
 * Notices over AMQP 0-9-1, as the reference's RabbitMQ driver sends them (notifications, "Transport"; ADR 28). Nobody
 * imports this room; the container finds {@link io.github.predella.notify.amqp.AmqpNotifiers}.
 */
package io.github.predella.notify.amqp;
