package io.github.predella.quota;

import io.github.predella.config.DataSize;
import io.github.predella.config.Setting;

/**
 * How much a project may have where nothing else is said for it; a negative number is no limit.
 *
 * @param imageCount images, whatever their state
 * @param imageSize MiB in stores, each copy counted
 * @param uploading images that receive data at the same time
 * @param imageStage MiB that wait for an import
 * @param userStorage bytes in stores, also watched while data comes in; 0 for no limit
 * @param keystoneLimits false: none of the four limits counts; true: they do, and the storage quota does not; null:
 *     everything counts that is set
 * @param hard whether requests that run at the same time cannot pass a limit together
 */
public record QuotaSettings(
        @Setting(
                key = "predella.image_count_total",
                fallback = "-1",
                says = "images that a project may have; negative: any number")
        long imageCount,

        @Setting(
                key = "predella.image_size_total",
                fallback = "-1",
                says = "MiB that a project may have in stores; negative: any number")
        long imageSize,

        @Setting(
                key = "predella.image_count_uploading",
                fallback = "-1",
                says = "images of a project that may receive data at the same time; negative: any number")
        long uploading,

        @Setting(
                key = "predella.image_stage_total",
                fallback = "-1",
                says = "MiB of a project that may wait for an import; negative: any number")
        long imageStage,

        @Setting(
                key = "DEFAULT.user_storage_quota",
                fallback = "0",
                says = "bytes that a project may have in stores, with B, KB, MB, GB or TB; 0: any number")
        DataSize userStorage,

        @Setting(
                key = "DEFAULT.use_keystone_limits",
                says = "false: the image_* limits do not count; true: they do, and user_storage_quota does not;"
                        + " not set: whatever is set counts")
        Boolean keystoneLimits,

        @Setting(
                key = "predella.hard_quotas",
                fallback = "false",
                says = "whether requests that run at the same time are kept from passing a limit together")
        boolean hard) {

    /** Whether the four limits are asked at all. */
    boolean countsLimits() {
        return keystoneLimits == null || keystoneLimits;
    }

    /** Bytes that a project may have in stores, {@link Long#MAX_VALUE} for any number. */
    long storageBytes() {
        boolean replaced = keystoneLimits != null && keystoneLimits;
        return replaced || userStorage.bytes() == 0 ? Long.MAX_VALUE : userStorage.bytes();
    }
}
