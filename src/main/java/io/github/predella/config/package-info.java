/**
 * Reading the configuration, not holding it: sources by strength, the names and the ini syntax of the reference, and
 * the one place that turns texts into settings records.
 *
 * <p>Enter at {@link io.github.predella.config.Settings}; what a record has to look like is told by {@link
 * io.github.predella.config.Setting}. The records live with their features; here are only those of rooms that may not
 * look here. No beans, nothing about any feature.
 */
package io.github.predella.config;
