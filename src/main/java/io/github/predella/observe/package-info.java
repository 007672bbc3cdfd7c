/**
 * What operators see of a running service: figures, the trace of who does what on a thread, and the forms of log lines.
 * Every room above may write here and none reads; what is written is handed out at the door {@code observe.rest}. Enter
 * at {@link io.github.predella.observe.Figures} and {@link io.github.predella.observe.Trace}.
 */
package io.github.predella.observe;
