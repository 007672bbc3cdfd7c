/**
 * Bytes on the move: a {@link io.github.predella.flow.Pump} reads a stream once and pushes it through {@link
 * io.github.predella.flow.ByteStage}s (limit, digests, whatever else wants to see the bytes), in bounded memory and
 * counted in {@code long}.
 *
 * <p>Plain Java without beans. Nothing here knows images, stores or HTTP beyond the text of a range header. Enter at
 * {@link io.github.predella.flow.Pump#run}.
 */
package io.github.predella.flow;
