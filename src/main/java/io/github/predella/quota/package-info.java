/**
 * How much a project may have. {@link io.github.predella.quota.QuotaGate} asks before something grows; the limits come
 * through the port {@link io.github.predella.quota.Limits}, the figures through {@link
 * io.github.predella.quota.UsageReader}. {@link io.github.predella.quota.UsageService} tells both.
 *
 * <p>Limits of a single image (tags, properties, members) are rules of the feature and live with it.
 */
package io.github.predella.quota;
