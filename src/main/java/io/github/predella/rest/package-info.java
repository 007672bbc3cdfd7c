/**
 * The porch on which every HTTP door stands: who is calling ({@link io.github.predella.rest.CallerFilter}), under which
 * request id, how bodies are read ({@link io.github.predella.rest.JsonBody}) and how refusals are told ({@link
 * io.github.predella.rest.ErrorAnswer}).
 *
 * <p>No feature is known here, and no rule about anything but HTTP.
 */
package io.github.predella.rest;
