/**
 * What operators see of a running service: figures, the trace of who does what on a thread, and the forms of log lines.
 * Every room above may write here and none reads; what is written is handed out at the door {@code observe.rest}. Enter
 * at {@link io.github.predella.observe.Figures} and {@link io.github.predella.observe.Trace}.
 *
 * <p>A feature that wants to be counted gets a class of its own here, like {@link
 * io.github.predella.observe.QuotaFigures}, which {@code Figures.begin} makes known; what need not be counted can be
 * looked up by {@link io.github.predella.observe.Figures#read}.
 */
package io.github.predella.observe;
