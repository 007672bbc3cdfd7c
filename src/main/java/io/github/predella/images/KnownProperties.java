package io.github.predella.images;

import io.github.predella.schema.CustomProperties;
import io.github.predella.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** The custom properties that the image document describes: the operator's, or else the ones that clients expect. */
public final class KnownProperties {

    private static final String FILE = "schema-image.json";
    private static final String UUID =
            "^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){12}$";

    private KnownProperties() {}

    /**
     * What is described.
     *
     * @param directory the configuration directory, which may hold a file {@code schema-image.json}
     * @throws io.github.predella.schema.SchemaProblem when the file cannot be used
     */
    public static CustomProperties in(Path directory) {
        Path file = directory.resolve(FILE);
        return Files.exists(file) ? CustomProperties.read(file) : expected();
    }

    private static CustomProperties expected() {
        var properties = new LinkedHashMap<String, Schema>();
        properties.put("kernel_id", otherImage("Image that is booted as the kernel"));
        properties.put("ramdisk_id", otherImage("Image that is booted as the initial memory disk"));
        properties.put("instance_uuid", Schema.string().says("Instance from which the image was made"));
        properties.put("architecture", Schema.string().says("Processor architecture that the image is for"));
        properties.put("os_distro", Schema.string().says("Distribution or operating system in the image"));
        properties.put("os_version", Schema.string().says("Version of the operating system"));
        properties.put("description", Schema.string().says("What the image is, for people"));
        properties.put(
                "cinder_encryption_key_id",
                Schema.string().says("Key with which the volume in the image is encrypted"));
        properties.put(
                "cinder_encryption_key_deletion_policy",
                Schema.string()
                        .oneOf(List.of("on_image_deletion", "do_not_delete"))
                        .says("Whether that key is deleted together with the image"));
        return new CustomProperties(properties, List.of());
    }

    private static Schema otherImage(String says) {
        return Schema.string().orNull().pattern(UUID).says(says);
    }
}
