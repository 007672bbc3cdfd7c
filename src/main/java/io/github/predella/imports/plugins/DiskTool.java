package io.github.predella.imports.plugins;

import io.github.predella.imports.PluginRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code qemu-img}, within limits, and always told what format a file has. Safe for several threads. */
final class DiskTool {

    /** The program's name. */
    static final String NAME = "qemu-img";

    private static final Logger LOG = Logger.getLogger(DiskTool.class.getName());
    private static final Pattern PROGRESS = Pattern.compile("\\((\\d{1,3})\\.\\d+/100%\\)");
    private static final long CHECK_EVERY_NANOS = 1_000_000_000;

    /** A look at a file is a matter of moments, unless the file is made to take longer. */
    private static final Limits LOOK = new Limits(2, 1L << 30, 0, 30);

    private static final long MIB = 1024 * 1024;

    private final LimitedProgram program;
    private final ConversionSettings settings;

    DiskTool(LimitedProgram program, ConversionSettings settings) {
        this.program = program;
        this.settings = settings;
    }

    /**
     * What to convert.
     *
     * @param from the file that is read
     * @param driver which reads it
     * @param to the file that is made
     * @param target the format that it is to have
     * @param size bytes of the disk
     */
    record Order(Path from, String driver, Path to, ConversionSettings.Target target, long size) {

        /** Formats that are not raw have tables besides the disk. */
        long mostBytes() {
            return size + size / 64 + 64 * MIB;
        }
    }

    /**
     * Looks at a file.
     *
     * @throws io.github.predella.core.Fault when the program does not like it
     */
    DiskInfo look(PluginRun run, Path file, String driver) throws IOException {
        var arguments = List.of("info", "-f", driver, "--output=json", file.toString());
        return DiskInfo.parse(perform(run, LOOK, arguments, printed -> {}).printed())
                .filter(info -> info.driver().equals(driver))
                .orElseThrow(() -> PluginFaults.toolDisagrees(driver));
    }

    /**
     * Converts a file.
     *
     * @throws io.github.predella.core.Fault when the program does not like it, or takes too long
     */
    void convert(PluginRun run, Order order) throws IOException {
        long seconds = settings.timeLimit().value();
        var limits = new Limits(seconds, settings.memoryLimit().bytes(), order.mostBytes(), seconds);
        var arguments = List.of(
                "convert",
                "-p",
                "-f",
                order.driver(),
                "-O",
                order.target().wireName(),
                order.from().toString(),
                order.to().toString());
        perform(run, limits, arguments, printed -> tell(run, printed));
    }

    private ProgramRun.Outcome perform(PluginRun run, Limits limits, List<String> arguments, Consumer<String> meanwhile)
            throws IOException {
        try (var process = program.start(limits, arguments)) {
            var asked = new long[] {System.nanoTime()};
            var outcome = process.await(printed -> {
                meanwhile.accept(printed);
                if (System.nanoTime() - asked[0] > CHECK_EVERY_NANOS) {
                    asked[0] = System.nanoTime();
                    run.checkpoint();
                }
            });
            if (outcome.late()) {
                throw PluginFaults.tookTooLong(limits.seconds());
            }
            if (!outcome.isFine()) {
                LOG.info(() -> NAME + " " + arguments.get(0) + " ends with " + outcome.status() + ": "
                        + outcome.complained().strip());
                throw PluginFaults.toolComplains(NAME);
            }
            return outcome;
        }
    }

    private static void tell(PluginRun run, String printed) {
        Matcher progress = PROGRESS.matcher(printed);
        String percent = null;
        while (progress.find()) {
            percent = progress.group(1);
        }
        if (percent != null) {
            run.say("Converted " + percent + " %");
        }
    }
}
