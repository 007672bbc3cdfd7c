package io.github.predella.store.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a file store is configured.
 *
 * @param directories where objects may go, at least one
 * @param permissions of the finished files; empty to leave what the process's mask gives
 * @param chunk bytes of one write and of one hole, 512 to 16 MiB
 * @param thin whether chunks of nothing but zeros become holes
 */
record FileStoreSettings(
        List<DataDirectory> directories, Set<PosixFilePermission> permissions, int chunk, boolean thin) {

    private static final String DEFAULT_DIRECTORY = "/var/lib/glance/images";
    private static final int MAX_CHUNK = 16 * 1024 * 1024;

    FileStoreSettings {
        directories = List.copyOf(directories);
        permissions = Set.copyOf(permissions);
        if (chunk < 512 || chunk > MAX_CHUNK) {
            throw new IllegalArgumentException("filesystem_store_chunk_size must be 512 to " + MAX_CHUNK);
        }
    }

    /** @throws IllegalArgumentException with a sentence for the operator */
    static FileStoreSettings of(Map<String, String> options) {
        return new FileStoreSettings(
                directories(options),
                permissions(
                        options.getOrDefault("filesystem_store_file_perm", "0").strip()),
                number("filesystem_store_chunk_size", options, "65536"),
                flag("filesystem_thin_provisioning", options));
    }

    private static List<DataDirectory> directories(Map<String, String> options) {
        String one = options.getOrDefault("filesystem_store_datadir", "").strip();
        String several = options.getOrDefault("filesystem_store_datadirs", "").strip();
        if (several.isEmpty()) {
            return List.of(new DataDirectory(path(one.isEmpty() ? DEFAULT_DIRECTORY : one), 0));
        }
        if (!one.isEmpty()) {
            throw new IllegalArgumentException(
                    "filesystem_store_datadir and filesystem_store_datadirs exclude each other");
        }
        var found = new ArrayList<DataDirectory>();
        for (String item : several.split("[,\n]", -1)) {
            if (!item.isBlank()) {
                found.add(directory(item.strip()));
            }
        }
        if (found.stream().map(DataDirectory::path).distinct().count() < found.size()) {
            throw new IllegalArgumentException("filesystem_store_datadirs names a directory twice");
        }
        return found;
    }

    private static DataDirectory directory(String item) {
        int colon = item.lastIndexOf(':');
        if (colon < 0) {
            return new DataDirectory(path(item), 0);
        }
        String priority = item.substring(colon + 1).strip();
        if (!priority.matches("\\d{0,9}")) {
            throw new IllegalArgumentException(
                    "filesystem_store_datadirs: the priority is not a whole number: " + item);
        }
        return new DataDirectory(
                path(item.substring(0, colon).strip()), priority.isEmpty() ? 0 : Integer.parseInt(priority));
    }

    private static Path path(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException unusable) {
            throw new IllegalArgumentException("not a directory's path: " + text, unusable);
        }
    }

    /** Octal digits written as a decimal number, 0 for none; the owner must be able to read his own files. */
    private static Set<PosixFilePermission> permissions(String digits) {
        if (digits.matches("0+")) {
            return Set.of();
        }
        if (!digits.matches("0*[4-7][0-7]{2}")) {
            throw new IllegalArgumentException(
                    "filesystem_store_file_perm must be three octal digits that let the owner read, not " + digits);
        }
        var letters = new StringBuilder();
        digits.substring(digits.length() - 3).chars().forEach(digit -> letters.append((digit & 4) != 0 ? 'r' : '-')
                .append((digit & 2) != 0 ? 'w' : '-')
                .append((digit & 1) != 0 ? 'x' : '-'));
        return PosixFilePermissions.fromString(letters.toString());
    }

    private static int number(String key, Map<String, String> options, String fallback) {
        String text = options.getOrDefault(key, fallback).strip();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(key + " is not a whole number: " + text, notANumber);
        }
    }

    private static boolean flag(String key, Map<String, String> options) {
        String text = options.getOrDefault(key, "false").strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw new IllegalArgumentException(key + " is neither true nor false: " + text);
        };
    }
}
