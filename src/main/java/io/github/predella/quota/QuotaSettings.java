package io.github.predella.quota;

import io.github.predella.config.DataSize;
import io.github.predella.config.Setting;

/**
 * How much a project may have; a negative number is no limit.
 *
 * @param imageCount images, whatever their state
 * @param imageSize MiB in stores, each copy counted; asked before an upload starts
 * @param uploading images that receive data at the same time
 * @param userStorage bytes in stores, also watched while data comes in; 0 for no limit
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
                key = "DEFAULT.user_storage_quota",
                fallback = "0",
                says = "bytes that a project may have in stores, with B, KB, MB, GB or TB; 0: any number")
        DataSize userStorage) {

    /** Whether any limit is set, so that the usage has to be known. */
    boolean limitsAnything() {
        return imageCount >= 0 || imageSize >= 0 || uploading >= 0 || userStorage.bytes() > 0;
    }
}
