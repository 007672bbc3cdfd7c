package io.github.predella.metadefs;

import io.github.predella.config.Setting;
import java.nio.file.Path;

/**
 * How the catalogue is listed, and where definitions come from.
 *
 * @param pageSize namespaces on a page when the caller does not say, at least 1
 * @param maxPageSize namespaces on a page at most, at least 1
 * @param source file or directory that definitions are loaded from when no other is named
 * @param ships whether an empty catalogue gets the definitions of this service at the first start
 */
public record MetadefSettings(
        @Setting(
                key = "DEFAULT.limit_param_default",
                fallback = "25",
                says = "images or tasks on a page when the caller does not say")
        int pageSize,

        @Setting(key = "DEFAULT.api_limit_max", fallback = "1000", says = "images or tasks on a page at most")
        int maxPageSize,

        @Setting(
                key = "DEFAULT.metadata_source_path",
                fallback = "/etc/glance/metadefs/",
                says = "file or directory that metadata definitions are loaded from")
        Path source,

        @Setting(
                key = "predella.ship_metadefs",
                fallback = "true",
                says = "whether an empty catalogue gets metadata definitions at the first start")
        boolean ships) {}
