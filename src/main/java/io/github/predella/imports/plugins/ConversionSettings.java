package io.github.predella.imports.plugins;

import io.github.predella.config.DataSize;
import io.github.predella.config.Seconds;
import io.github.predella.config.Setting;
import java.util.List;
import java.util.Locale;

/**
 * What imported disks are converted to, and how much that may cost.
 *
 * @param target the format of all imported disks
 * @param vmdkTypes kinds of VMDK that may be read
 * @param tolerantPartitionChecks partition table checks whose failure is only logged
 * @param timeLimit for one conversion, of the clock and of each processor; at least 1 second
 * @param memoryLimit address space of the converting process, at least 256 MiB
 */
public record ConversionSettings(
        @Setting(
                key = "image_conversion.output_format",
                fallback = "raw",
                says = "what image_conversion converts imported disks to: raw, qcow2 or vmdk")
        Target target,

        @Setting(
                key = "image_format.vmdk_allowed_types",
                fallback = "streamOptimized,monolithicSparse",
                says = "kinds of VMDK that image_conversion accepts; empty: none")
        List<String> vmdkTypes,

        @Setting(
                key = "image_format.gpt_safety_checks_nonfatal",
                fallback = "",
                says = "partition table checks whose failure is only logged")
        List<String> tolerantPartitionChecks,

        @Setting(
                key = "predella.conversion_time_limit",
                fallback = "21600",
                says = "seconds that one conversion may take")
        Seconds timeLimit,

        @Setting(
                key = "predella.conversion_memory_limit",
                fallback = "2GB",
                says = "address space of a converting process")
        DataSize memoryLimit) {

    private static final long LEAST_MEMORY = 256L * 1024 * 1024;

    /** A format that disks are converted to. */
    public enum Target {
        RAW,
        QCOW2,
        VMDK;

        /** The name as a disk format. */
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same with another target. */
    ConversionSettings to(Target other) {
        return new ConversionSettings(other, vmdkTypes, tolerantPartitionChecks, timeLimit, memoryLimit);
    }

    public ConversionSettings {
        vmdkTypes = List.copyOf(vmdkTypes);
        tolerantPartitionChecks = List.copyOf(tolerantPartitionChecks);
        if (timeLimit.value() < 1) {
            throw new IllegalArgumentException("conversion_time_limit is less than 1");
        }
        if (memoryLimit.bytes() < LEAST_MEMORY) {
            throw new IllegalArgumentException("conversion_memory_limit is less than 256 MB");
        }
    }
}
