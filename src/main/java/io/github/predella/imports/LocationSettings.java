package io.github.predella.imports;

import io.github.predella.config.Setting;

/**
 * How data is taken over that others have stored.
 *
 * @param secureHash whether it is read to compute its digests
 * @param retries how often it is read again after a failure on the way; at least 0
 */
public record LocationSettings(
        @Setting(
                key = "DEFAULT.do_secure_hash",
                fallback = "true",
                says = "whether data that the locations API adds is read, to compute or to compare its hash")
        boolean secureHash,

        @Setting(
                key = "DEFAULT.http_retries",
                fallback = "3",
                says = "how often reading such data begins anew after a failure on the way")
        int retries) {

    public LocationSettings {
        if (retries < 0) {
            throw new IllegalArgumentException("http_retries is less than 0");
        }
    }
}
