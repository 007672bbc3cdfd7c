package io.github.predella.data;

import io.github.predella.config.Seconds;
import io.github.predella.config.Setting;
import io.github.predella.flow.DigestAlgorithm;
import java.util.List;

/**
 * How data is received and served.
 *
 * @param sizeCap bytes of one image at most, 1 to 2^63-1
 * @param hashAlgorithm the digest that is kept besides the MD5 checksum
 * @param requireFormatMatch whether data that is not what the image claims is refused
 * @param tolerantPartitionChecks partition table checks whose failure is only logged
 * @param maxDownloads downloads that run at the same time at most
 * @param downloadStallLimit after so long without a byte a download is ended; at least 1 second
 * @param cleanUpEvery time between two looks for leftovers of dead uploads, which must be as old; at least 1 second
 */
public record DataSettings(
        @Setting(key = "DEFAULT.image_size_cap", fallback = "1099511627776", says = "bytes of one image at most")
        long sizeCap,

        @Setting(
                key = "DEFAULT.hashing_algorithm",
                fallback = "sha512",
                says = "digest that is kept besides the MD5 checksum")
        String hashAlgorithm,

        @Setting(
                key = "image_format.require_image_format_match",
                fallback = "true",
                says = "whether data that is not what the image claims is refused")
        boolean requireFormatMatch,

        @Setting(
                key = "image_format.gpt_safety_checks_nonfatal",
                fallback = "",
                says = "partition table checks whose failure is only logged")
        List<String> tolerantPartitionChecks,

        @Setting(
                key = "predella.max_downloads",
                fallback = "1000",
                says = "downloads that run at the same time at most")
        int maxDownloads,

        @Setting(
                key = "predella.download_stall_limit",
                fallback = "300",
                says = "seconds without a byte after which a download is ended")
        Seconds downloadStallLimit,

        @Setting(
                key = "predella.clean_up_every",
                fallback = "300",
                says = "seconds between two looks for leftovers of dead uploads")
        Seconds cleanUpEvery) {

    public DataSettings {
        tolerantPartitionChecks = List.copyOf(tolerantPartitionChecks);
        new DigestAlgorithm(hashAlgorithm);
        if (sizeCap < 1) {
            throw new IllegalArgumentException("image_size_cap is less than 1");
        }
        if (downloadStallLimit.value() < 1) {
            throw new IllegalArgumentException("download_stall_limit is less than 1");
        }
        if (cleanUpEvery.value() < 1) {
            throw new IllegalArgumentException("clean_up_every is less than 1");
        }
        if (maxDownloads < 1) {
            throw new IllegalArgumentException("max_downloads is less than 1");
        }
    }
}
