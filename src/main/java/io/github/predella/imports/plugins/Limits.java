package io.github.predella.imports.plugins;

import java.util.List;

/**
 * What a process of another program may use; the system ends it when it uses more.
 *
 * @param cpuSeconds of processor time
 * @param memory bytes of address space
 * @param file bytes of a file that it writes
 * @param seconds by the clock
 */
record Limits(long cpuSeconds, long memory, long file, long seconds) {

    /** As arguments of {@code prlimit}. */
    List<String> arguments() {
        return List.of("--cpu=" + cpuSeconds, "--as=" + memory, "--fsize=" + file, "--core=0");
    }
}
