package io.github.predella.imports.plugins;

import io.github.predella.config.Setting;

/**
 * What becomes of disks that callers import by the tasks API.
 *
 * @param target the format of all of them; null when they stay as they are
 */
public record TaskConversionSettings(
        @Setting(
                key = "taskflow_executor.conversion_format",
                says = "what disks are converted to that come by a task of type import: raw, qcow2 or vmdk")
        ConversionSettings.Target target) {}
