package io.github.predella.images;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What users say about an image: everything they may set or change. Immutable; changes go through {@link #edit()}.
 *
 * @param name up to 255 characters, or null
 * @param visibility who may find it
 * @param isProtected true when it must not be deleted
 * @param hidden true when lists leave it out unless asked
 * @param owner id of the owning project, or null
 * @param diskFormat one of the configured formats, or null
 * @param containerFormat one of the configured formats, or null
 * @param minDisk GiB of disk that a guest needs, 0 to 2^31-1
 * @param minRam MiB of memory that a guest needs, 0 to 2^31-1
 * @param tags labels of up to 255 characters each
 * @param properties custom properties, name to value
 */
public record ImageDetails(
        String name,
        Image.Visibility visibility,
        boolean isProtected,
        boolean hidden,
        String owner,
        String diskFormat,
        String containerFormat,
        int minDisk,
        int minRam,
        Set<String> tags,
        Map<String, String> properties) {

    public ImageDetails {
        tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Whether both formats are named, without which an image cannot get data. */
    public boolean hasFormats() {
        return diskFormat != null && containerFormat != null;
    }

    /** A copy of these details that can be changed. */
    public Editor edit() {
        return new Editor(this);
    }

    /** Details of an image about which nothing has been said yet. */
    public static Editor blank() {
        return new Editor();
    }

    /** Details in the making; for one thread. */
    public static final class Editor {
        String name;
        Image.Visibility visibility = Image.Visibility.SHARED;
        boolean isProtected;
        boolean hidden;
        String owner;
        String diskFormat;
        String containerFormat;
        int minDisk;
        int minRam;
        final Set<String> tags = new LinkedHashSet<>();
        final Map<String, String> properties = new LinkedHashMap<>();

        private Editor() {}

        private Editor(ImageDetails from) {
            name = from.name;
            visibility = from.visibility;
            isProtected = from.isProtected;
            hidden = from.hidden;
            owner = from.owner;
            diskFormat = from.diskFormat;
            containerFormat = from.containerFormat;
            minDisk = from.minDisk;
            minRam = from.minRam;
            tags.addAll(from.tags);
            properties.putAll(from.properties);
        }

        public Editor name(String value) {
            name = value;
            return this;
        }

        public Editor visibility(Image.Visibility value) {
            visibility = value;
            return this;
        }

        public Editor isProtected(boolean value) {
            isProtected = value;
            return this;
        }

        public Editor hidden(boolean value) {
            hidden = value;
            return this;
        }

        public Editor owner(String value) {
            owner = value;
            return this;
        }

        public Editor diskFormat(String value) {
            diskFormat = value;
            return this;
        }

        public Editor containerFormat(String value) {
            containerFormat = value;
            return this;
        }

        public Editor minDisk(int value) {
            minDisk = value;
            return this;
        }

        public Editor minRam(int value) {
            minRam = value;
            return this;
        }

        public Editor tag(String value) {
            tags.add(value);
            return this;
        }

        public Editor property(String key, String value) {
            properties.put(key, value);
            return this;
        }

        public Set<String> tags() {
            return tags;
        }

        public Map<String, String> properties() {
            return properties;
        }

        public ImageDetails done() {
            return new ImageDetails(
                    name,
                    visibility,
                    isProtected,
                    hidden,
                    owner,
                    diskFormat,
                    containerFormat,
                    minDisk,
                    minRam,
                    tags,
                    properties);
        }
    }
}
