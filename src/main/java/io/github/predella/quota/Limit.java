package io.github.predella.quota;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a project may have only so much of (images-api, "Limits at a glance"). */
public enum Limit {
    /** MiB in stores, each copy counted. */
    IMAGE_SIZE_TOTAL,
    /** MiB that wait for an import or are being copied to further stores. */
    IMAGE_STAGE_TOTAL,
    /** Images. */
    IMAGE_COUNT_TOTAL,
    /** Images that data is on its way to. */
    IMAGE_COUNT_UPLOADING;

    /** The name that clients and configurations know. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The limit of that wire name, if there is one. */
    public static Optional<Limit> named(String wireName) {
        return Arrays.stream(values())
                .filter(limit -> limit.wireName().equals(wireName))
                .findFirst();
    }

    /** What of this a project has, in whole units of the limit. */
    long used(Usage usage) {
        return switch (this) {
            case IMAGE_SIZE_TOTAL -> usage.storedBytes() / QuotaGate.MIB;
            case IMAGE_STAGE_TOTAL -> usage.stagedBytes() / QuotaGate.MIB;
            case IMAGE_COUNT_TOTAL -> usage.count();
            case IMAGE_COUNT_UPLOADING -> usage.uploading();
        };
    }
}
