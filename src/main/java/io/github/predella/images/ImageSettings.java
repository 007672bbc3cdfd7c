package io.github.predella.images;

import io.github.predella.config.Setting;
import java.util.List;

/**
 * What images may be like.
 *
 * @param diskFormats the disk formats that may be named
 * @param containerFormats the container formats that may be named
 * @param propertyQuota custom properties of one image; negative for any number
 * @param tagQuota tags of one image; negative for any number
 * @param memberQuota members of one image; negative for any number
 * @param pageSize images on a page when the caller does not say, at least 1
 * @param maxPageSize images on a page at most, at least 1
 * @param showDirectUrl whether bodies name the place of the data
 * @param showMultipleLocations whether bodies list all places of the data, and patches change them
 * @param locationQuota places of one image's data; negative for any number
 */
public record ImageSettings(
        @Setting(
                key = "image_format.disk_formats",
                fallback = "ami,ari,aki,vhd,vhdx,vmdk,raw,qcow2,vdi,iso,ploop",
                says = "disk formats that an image may have")
        List<String> diskFormats,

        @Setting(
                key = "image_format.container_formats",
                fallback = "ami,ari,aki,bare,ovf,ova,docker,compressed",
                says = "container formats that an image may have")
        List<String> containerFormats,

        @Setting(
                key = "DEFAULT.image_property_quota",
                fallback = "128",
                says = "custom properties of one image; negative: any number")
        int propertyQuota,

        @Setting(key = "DEFAULT.image_tag_quota", fallback = "128", says = "tags of one image; negative: any number")
        int tagQuota,

        @Setting(
                key = "DEFAULT.image_member_quota",
                fallback = "128",
                says = "members of one image; negative: any number")
        int memberQuota,

        @Setting(
                key = "DEFAULT.limit_param_default",
                fallback = "25",
                says = "images or tasks on a page when the caller does not say")
        int pageSize,

        @Setting(key = "DEFAULT.api_limit_max", fallback = "1000", says = "images or tasks on a page at most")
        int maxPageSize,

        @Setting(
                key = "DEFAULT.show_image_direct_url",
                fallback = "false",
                says = "whether image bodies name the place of the data")
        boolean showDirectUrl,

        @Setting(
                key = "DEFAULT.show_multiple_locations",
                fallback = "false",
                says = "whether image bodies list all places of the data, and PATCH changes them")
        boolean showMultipleLocations,

        @Setting(
                key = "DEFAULT.image_location_quota",
                fallback = "10",
                says = "places of one image's data; negative: any number")
        int locationQuota) {

    private static final int MAX_FORMAT_LENGTH = 20;

    public ImageSettings {
        diskFormats = List.copyOf(diskFormats);
        containerFormats = List.copyOf(containerFormats);
        requireStorable(diskFormats);
        requireStorable(containerFormats);
        if (pageSize < 1) {
            throw new IllegalArgumentException("limit_param_default is less than 1");
        }
        if (maxPageSize < 1) {
            throw new IllegalArgumentException("api_limit_max is less than 1");
        }
    }

    private static void requireStorable(List<String> formats) {
        for (String format : formats) {
            if (format.length() > MAX_FORMAT_LENGTH) {
                throw new IllegalArgumentException(
                        "the name of a format has at most " + MAX_FORMAT_LENGTH + " characters: " + format);
            }
        }
    }
}
