package io.github.predella.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One directory of a file store.
 *
 * @param path absolute and normalised; it may itself be reached through symbolic links
 * @param priority the higher, the sooner it is filled
 */
record DataDirectory(Path path, int priority) {

    /** Makes the directory if need be. */
    void prepare() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
        }
    }

    /** Bytes that this process may still write here. */
    long space() throws IOException {
        return Files.getFileStore(path).getUsableSpace();
    }

    /** Makes the entries of this directory durable: what was renamed stays renamed after a crash. */
    void sync() throws IOException {
        try (FileChannel directory = FileChannel.open(path, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
