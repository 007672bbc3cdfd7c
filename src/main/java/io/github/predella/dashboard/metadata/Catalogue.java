package io.github.predella.dashboard.metadata;

import io.github.predella.dashboard.metadata.WellKnown.Group;
import io.github.predella.dashboard.metadata.WellKnown.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The custom properties that compute services know, and sets of them that belong together. */
final class Catalogue {

    private static final List<String> FLAGS = List.of("true", "false");
    private static final List<String> BUSES = List.of("virtio", "scsi", "sata", "ide", "usb", "fdc", "xen", "uml");

    private static final Map<String, WellKnown> ALL = Stream.of(
                    choice(Group.SYSTEM, "os_type", "linux", "windows"),
                    text(
                            Group.SYSTEM,
                            "os_distro",
                            "ubuntu",
                            "debian",
                            "rocky",
                            "centos",
                            "fedora",
                            "opensuse",
                            "windows"),
                    text(Group.SYSTEM, "os_version"),
                    text(Group.SYSTEM, "os_admin_user", "root", "ubuntu", "debian", "rocky", "Administrator"),
                    choice(
                            Group.SYSTEM,
                            "architecture",
                            "x86_64",
                            "aarch64",
                            "i686",
                            "armv7l",
                            "loongarch64",
                            "ppc64le",
                            "riscv64",
                            "s390x"),
                    flag(Group.SYSTEM, "hw_qemu_guest_agent"),
                    flag(Group.SYSTEM, "os_require_quiesce"),
                    new WellKnown("hw_disk_bus", Group.DISK, Kind.CHOICE, BUSES, "virtio"),
                    new WellKnown("hw_cdrom_bus", Group.DISK, Kind.CHOICE, BUSES, "sata"),
                    choice(
                            Group.DISK,
                            "hw_scsi_model",
                            "virtio-scsi",
                            "lsilogic",
                            "lsisas1068",
                            "lsisas1078",
                            "buslogic",
                            "ibmvscsi",
                            "ncr53c90",
                            "vmpvscsi",
                            "auto"),
                    choice(
                            Group.NETWORK,
                            "hw_vif_model",
                            "virtio",
                            "e1000",
                            "e1000e",
                            "igb",
                            "rtl8139",
                            "ne2k_pci",
                            "pcnet",
                            "lan9118",
                            "spapr-vlan",
                            "vmxnet3"),
                    flag(Group.NETWORK, "hw_vif_multiqueue_enabled"),
                    choice(Group.FIRMWARE, "hw_firmware_type", "uefi", "bios"),
                    text(Group.FIRMWARE, "hw_machine_type", "q35", "pc", "virt"),
                    choice(Group.FIRMWARE, "os_secure_boot", "required", "optional", "disabled"),
                    choice(Group.FIRMWARE, "hw_tpm_version", "2.0", "1.2"),
                    choice(Group.FIRMWARE, "hw_tpm_model", "tpm-crb", "tpm-tis"),
                    flag(Group.FIRMWARE, "hw_boot_menu"),
                    count("hw_cpu_sockets"),
                    count("hw_cpu_cores"),
                    count("hw_cpu_threads"),
                    choice(Group.PROCESSOR, "hw_cpu_policy", "shared", "dedicated", "mixed"),
                    choice(Group.PROCESSOR, "hw_cpu_thread_policy", "prefer", "isolate", "require"),
                    new WellKnown(
                            "hw_mem_page_size",
                            Group.PROCESSOR,
                            Kind.PAGES,
                            List.of("small", "large", "any", "2MB", "1GB"),
                            "large"),
                    count("hw_numa_nodes"),
                    choice(Group.DEVICES, "hw_rng_model", "virtio"),
                    choice(
                            Group.DEVICES,
                            "hw_video_model",
                            "virtio",
                            "vga",
                            "qxl",
                            "cirrus",
                            "bochs",
                            "gop",
                            "vmvga",
                            "none"),
                    choice(Group.DEVICES, "hw_input_bus", "usb", "virtio"),
                    choice(Group.DEVICES, "hw_pointer_model", "usbtablet"),
                    choice(Group.DEVICES, "hw_watchdog_action", "reset", "poweroff", "pause", "none", "disabled"),
                    new WellKnown("hw_serial_port_count", Group.DEVICES, Kind.COUNT, List.of(), "1"))
            .collect(Collectors.toMap(
                    WellKnown::name,
                    Function.identity(),
                    (one, other) -> {
                        throw new IllegalStateException(one.name() + " twice");
                    },
                    LinkedHashMap::new));

    private static final Map<String, Map<String, String>> PRESETS = presets();

    private Catalogue() {}

    static Optional<WellKnown> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** All of them, in the order in which they are shown. */
    static List<WellKnown> all() {
        return List.copyOf(ALL.values());
    }

    /** Sets of properties with their values, by the name of the set. */
    static Map<String, Map<String, String>> sets() {
        return PRESETS;
    }

    private static Map<String, Map<String, String>> presets() {
        var presets = new LinkedHashMap<String, Map<String, String>>();
        presets.put(
                "linux",
                set(
                        "os_type", "linux",
                        "hw_disk_bus", "virtio",
                        "hw_vif_model", "virtio",
                        "hw_rng_model", "virtio",
                        "hw_qemu_guest_agent", "true"));
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

    private static WellKnown choice(Group group, String name, String... choices) {
        return new WellKnown(name, group, Kind.CHOICE, List.of(choices), choices[0]);
    }

    private static WellKnown text(Group group, String name, String... common) {
        return new WellKnown(name, group, Kind.TEXT, List.of(common), "");
    }

    private static WellKnown flag(Group group, String name) {
        return new WellKnown(name, group, Kind.FLAG, FLAGS, "true");
    }

    private static WellKnown count(String name) {
        return new WellKnown(name, Group.PROCESSOR, Kind.COUNT, List.of(), "1");
    }
}
