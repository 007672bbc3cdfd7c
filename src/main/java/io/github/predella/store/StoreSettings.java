package io.github.predella.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which stores are configured. There are two ways to write it down: {@code enabled_backends} with a section per store,
 * or a single section {@code [glance_store]}; here both are one list, and {@code multiStore} only remembers which it
 * was. When nothing is configured there is one file store {@code local} below the data directory.
 *
 * @param multiStore whether clients may see and choose stores
 * @param defaultStore id of the store that takes data when nobody chooses
 * @param stores in the order of the configuration, ids unique, at least one
 */
public record StoreSettings(boolean multiStore, String defaultStore, List<Entry> stores) {

    /** The section of the single-store form, which also names the default of the other form. */
    public static final String SECTION = "glance_store";

    /** Ids with this beginning are the service's own areas and never stores for images. */
    public static final String RESERVED = "os_glance_";

    /**
     * One configured store.
     *
     * @param id its name in the configuration
     * @param type the name of its {@link ObjectStoreProvider}
     * @param options the options of its section
     */
    public record Entry(String id, String type, Map<String, String> options) {

        public Entry {
            options = Map.copyOf(options);
        }

        /** What the operator wrote about it; null when nothing. */
        public String description() {
            return options.get("store_description");
        }

        /** Which store to read from first, the highest one; 0 when nothing is said. */
        public int weight() {
            String text = options.getOrDefault("weight", "0").strip();
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException("[" + id + "] weight is not a whole number: " + text, notANumber);
            }
        }
    }

    /** @throws IllegalArgumentException with a sentence for the operator */
    public StoreSettings {
        stores = List.copyOf(stores);
        var ids = new HashSet<String>();
        for (Entry store : stores) {
            require(ids.add(store.id()), "store " + store.id() + " is configured twice");
            require(!store.id().startsWith(RESERVED), "store ids may not begin with " + RESERVED + ": " + store.id());
            store.weight();
        }
        require(
                ids.contains(defaultStore),
                "[glance_store] " + (multiStore ? "default_backend" : "default_store")
                        + " must name one of the configured stores " + ids + ", not " + defaultStore);
    }

    /**
     * Reads the settings.
     *
     * @param enabledBackends the value of {@code [DEFAULT] enabled_backends}, {@code id:type} pairs joined by commas;
     *     null or blank when not set
     * @param section gives the options of a section of the configuration, an empty map when there is none
     * @param images the directory of the file store that exists when nothing is configured
     * @throws IllegalArgumentException with a sentence for the operator
     */
    public static StoreSettings read(
            String enabledBackends, Function<String, Map<String, String>> section, String images) {
        Map<String, String> common = section.apply(SECTION);
        if (enabledBackends != null && !enabledBackends.isBlank()) {
            return several(backends(enabledBackends), section, common);
        }
        boolean configured = common.keySet().stream().anyMatch(key -> !key.equals("default_backend"));
        return configured ? single(common) : standard(images);
    }

    private static StoreSettings several(
            Map<String, String> types, Function<String, Map<String, String>> section, Map<String, String> common) {
        String chosen = common.getOrDefault("default_backend", "").strip();
        require(!chosen.isEmpty(), "[glance_store] default_backend must be set when enabled_backends is");
        var entries = new ArrayList<Entry>();
        types.forEach((id, type) -> entries.add(new Entry(id, type, section.apply(id))));
        return new StoreSettings(true, chosen, entries);
    }

    private static StoreSettings single(Map<String, String> common) {
        String chosen = common.getOrDefault("default_store", "file").strip();
        var types = new ArrayList<String>();
        for (String type : common.getOrDefault("stores", "file,http").split(",", -1)) {
            if (!type.isBlank()) {
                types.add(familyOf(type.strip()));
            }
        }
        return new StoreSettings(
                false,
                familyOf(chosen),
                types.stream()
                        .distinct()
                        .map(type -> new Entry(type, type, common))
                        .toList());
    }

    private static StoreSettings standard(String images) {
        var local = new Entry("local", "file", Map.of("filesystem_store_datadir", images));
        return new StoreSettings(true, local.id(), List.of(local));
    }

    /** The single-store form also knows types by the schemes of their addresses. */
    static String familyOf(String name) {
        return switch (name) {
            case "filesystem" -> "file";
            case "https" -> "http";
            case "swift+http", "swift+https", "swift+config" -> "swift";
            case "s3+http", "s3+https" -> "s3";
            case "vsphere" -> "vmware";
            default -> name;
        };
    }

    private static Map<String, String> backends(String text) {
        var types = new LinkedHashMap<String, String>();
        for (String pair : text.split(",", -1)) {
            if (pair.isBlank()) {
                continue;
            }
            int colon = pair.indexOf(':');
            String id = colon < 0 ? "" : pair.substring(0, colon).strip();
            String type = pair.substring(colon + 1).strip();
            require(
                    !id.isEmpty() && !type.isEmpty(),
                    "enabled_backends is a list of id:type, which this is not: " + pair.strip());
            require(types.put(id, type) == null, "enabled_backends names store " + id + " twice");
        }
        return types;
    }

    private static void require(boolean fine, String sentence) {
        if (!fine) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
