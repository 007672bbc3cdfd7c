/**
 * The words every room uses: who asks ({@link io.github.predella.core.Caller}), what went wrong ({@link
 * io.github.predella.core.Fault}), pages, state tables, the timestamp text of the API,
 * ini text and regular expressions that cannot run away.
 *
 * <p>Plain Java without beans, without HTTP and without SQL. Nothing is added here that only one feature needs.
 */
package io.github.predella.core;
