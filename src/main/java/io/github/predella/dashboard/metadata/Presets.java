package io.github.predella.dashboard.metadata;

import java.util.LinkedHashMap;
import java.util.Map;

/** Sets of properties that belong together, with their values. */
final class Presets {

    private static final Map<String, Map<String, String>> ALL = all();

    private Presets() {}

    /** The sets by their names, in the order in which they are shown. */
    static Map<String, Map<String, String>> sets() {
        return ALL;
    }

    private static Map<String, Map<String, String>> all() {
        var presets = new LinkedHashMap<String, Map<String, String>>();
        presets.put(
                "linux",
                set(
                        "os_type", "linux",
                        "hw_disk_bus", "virtio",
                        "hw_vif_model", "virtio",
                        "hw_rng_model", "virtio",
                        "hw_qemu_guest_agent", "yes"));
        presets.put(
                "windows",
                set(
                        "os_type", "windows",
                        "hw_firmware_type", "uefi",
                        "hw_machine_type", "q35",
                        "os_secure_boot", "required",
                        "hw_tpm_version", "2.0",
                        "hw_tpm_model", "tpm-crb"));
        presets.put(
                "arm",
                set(
                        "architecture", "aarch64",
                        "hw_machine_type", "virt",
                        "hw_firmware_type", "uefi",
                        "hw_video_model", "virtio",
                        "hw_cdrom_bus", "scsi",
                        "hw_scsi_model", "virtio-scsi"));
        return presets;
    }

    private static Map<String, String> set(String... namesAndValues) {
        var set = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            set.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return set;
    }
}
