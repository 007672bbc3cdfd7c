package io.github.predella.imports.plugins;

import io.github.predella.imports.ImportPlugin;
import io.github.predella.imports.PluginRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Unfolds compressed data, once: what comes out is not looked into. Images that are meant to be compressed, by their
 * container format, are left alone.
 */
@ApplicationScoped
public class Decompression implements ImportPlugin {

    /** So much costs moments only, and empty disks compress extremely well. */
    private static final long ALWAYS = 256L * 1024 * 1024;

    private static final String LEFT_ALONE = "compressed";
    private static final int BUFFER = 64 * 1024;

    /** Some readers hold up to 70 MiB. */
    private static final int AT_ONCE = 2;

    private DecompressionSettings settings;
    private long always;
    private WorkPlaces places;

    /** For the container's proxy only. */
    protected Decompression() {}

    @Inject
    public Decompression(DecompressionSettings settings) {
        this(settings, ALWAYS);
    }

    /** @param always bytes that any data may unfold to */
    Decompression(DecompressionSettings settings, long always) {
        this.settings = settings;
        this.always = always;
        this.places = new WorkPlaces(AT_ONCE);
    }

    @Override
    public String name() {
        return "image_decompression";
    }

    @Override
    public void run(PluginRun run) throws IOException {
        var form = CompressedForm.of(head(run.file()));
        if (form.isEmpty() || LEFT_ALONE.equals(run.image().details().containerFormat())) {
            return;
        }
        places.take(run);
        try {
            unfold(run, form.get());
        } finally {
            places.leave();
        }
    }

    private void unfold(PluginRun run, CompressedForm form) throws IOException {
        long packed = Files.size(run.file());
        long most = packed > Long.MAX_VALUE / settings.ratio() ? Long.MAX_VALUE : packed * settings.ratio();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(run.file()), BUFFER);
                InputStream data = new UnfoldedStream(form, file, Math.max(always, most))) {
            run.replace(data);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(CompressedForm.HEAD);
        }
    }
}
