package io.github.predella.imports;

import io.github.predella.config.Setting;
import io.github.predella.images.ImageAttributes;
import java.util.List;

/**
 * What comes along with an image of another region.
 *
 * @param prefixes beginnings of the names of properties that are copied
 */
public record RemoteSettings(
        @Setting(
                key = "glance_download_properties.extra_properties",
                fallback = "[hw_,trait:,os_distro,os_secure_boot,os_type]",
                says = "beginnings of the names of properties that glance-download copies, a list in brackets")
        List<String> prefixes) {

    public RemoteSettings {
        prefixes = List.copyOf(prefixes);
    }

    /** Whether a property of that name is copied. */
    boolean copies(String property) {
        return ImageAttributes.isCustom(property) && prefixes.stream().anyMatch(property::startsWith);
    }
}
