package io.github.predella.imports.plugins;

import io.github.predella.format.FormatRule;
import io.github.predella.format.FormatWatch;
import io.github.predella.format.Inspection;
import io.github.predella.imports.ImportPlugin;
import io.github.predella.imports.PluginRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Converts disks to the format that the operator wants (tasks-and-import, "Conversion steps"). A file is looked into
 * here before the converting program gets to see it, and the program is told the format instead of guessing it.
 */
@ApplicationScoped
public class Conversion implements ImportPlugin {

    private static final String ISO = "iso";
    private static final String VMDK = "vmdk";
    private static final String BARE = "bare";

    /** Formats whose driver has another name. */
    private static final Map<String, String> DRIVERS = Map.of("vhd", "vpc");

    /** Each is a process with much memory that keeps a processor busy. */
    private static final int AT_ONCE = 2;

    private ConversionSettings settings;
    private FormatRule rule;
    private WorkPlaces places;
    private volatile DiskTool tool;

    /** For the container's proxy only. */
    protected Conversion() {}

    @Inject
    public Conversion(ConversionSettings settings) {
        this.settings = settings;
        this.rule = new FormatRule(true, Set.copyOf(settings.tolerantPartitionChecks()));
        this.places = new WorkPlaces(AT_ONCE);
    }

    @Override
    public String name() {
        return "image_conversion";
    }

    @Override
    public void prepare() {
        String path = System.getenv().getOrDefault("PATH", "");
        tool = new DiskTool(LimitedProgram.find(DiskTool.NAME, path), settings);
    }

    @Override
    public void run(PluginRun run) throws IOException {
        String declared = run.image().details().diskFormat();
        requireSafe(FormatWatch.inspect(run.file()), declared);
        // An optical disk is not what a guest boots from as its own; nobody wants it as a hard disk.
        if (declared.equals(ISO)) {
            return;
        }
        String driver = DRIVERS.getOrDefault(declared, declared);
        var info = tool.look(run, run.file(), driver);
        requireWhole(info, declared, run.mostBytes());
        if (!declared.equals(settings.target().wireName())) {
            convert(run, driver, info.virtualSize());
        }
    }

    /** Stricter than for data that stays as it is: it must be what the image claims, and nothing else besides. */
    private void requireSafe(Inspection seen, String declared) {
        rule.judge(seen, declared);
        if (!seen.kind().equals(declared)) {
            throw PluginFaults.otherFormat(declared, seen.format());
        }
    }

    private void requireWhole(DiskInfo info, String declared, long most) {
        info.reference().ifPresent(what -> {
            throw PluginFaults.otherFile(what);
        });
        if (declared.equals(VMDK)) {
            String type = info.createType().orElse("unknown");
            if (!settings.vmdkTypes().contains(type)) {
                throw PluginFaults.vmdkType(type);
            }
        }
        if (info.virtualSize() < 0 || info.virtualSize() > most) {
            throw PluginFaults.diskTooLarge(info.virtualSize(), most);
        }
    }

    private void convert(PluginRun run, String driver, long size) throws IOException {
        String target = settings.target().wireName();
        Path made = run.newFile();
        places.take(run);
        try {
            tool.convert(run, new DiskTool.Order(run.file(), driver, made, settings.target(), size));
        } finally {
            places.leave();
        }
        requireGood(FormatWatch.inspect(made), target);
        run.replace(made);
        run.describe(details ->
                details.edit().diskFormat(target).containerFormat(BARE).done());
    }

    private void requireGood(Inspection result, String target) {
        if (!result.kind().equals(target)) {
            throw PluginFaults.badResult(target, result.format());
        }
        rule.judge(result, target);
    }
}
