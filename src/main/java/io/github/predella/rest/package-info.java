/**
 * The porch on which every HTTP door stands: how a request looked before the proxies in front of us ({@link
 * io.github.predella.rest.ProxyFilter}), whether pages of other origins may send it ({@link
 * io.github.predella.rest.CorsFilter}), who is calling ({@link io.github.predella.rest.CallerFilter}) how often ({@link
 * io.github.predella.rest.RateLimits}), under which request id, how bodies are read ({@link
 * io.github.predella.rest.JsonBody}) and how refusals are told ({@link io.github.predella.rest.ErrorAnswer}).
 *
 * <p>No feature is known here, and no rule about anything but HTTP.
 */
package io.github.predella.rest;
