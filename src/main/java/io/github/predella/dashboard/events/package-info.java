/**
 * Tells pages of the dashboard that something they show has moved, by server-sent events. An event says only what moved,
 * never how: the page asks again at its own address, with its own rights. Nodes do not talk to each other; each looks
 * into the ledgers while somebody listens to it. Enter at {@link io.github.predella.dashboard.events.EventsServlet};
 * {@link io.github.predella.dashboard.events.ChangeWatch} looks.
 */
package io.github.predella.dashboard.events;
