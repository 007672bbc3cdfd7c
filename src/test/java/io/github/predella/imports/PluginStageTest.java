package io.github.predella.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.Seconds;
import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.data.DataSettings;
import io.github.predella.data.StagingArea;
import io.github.predella.data.StagingWorkshop;
import io.github.predella.images.Image;
import io.github.predella.images.LedgerFixture;
import io.github.predella.store.file.FileStoreProvider;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.Images;
import io.github.predella.testing.QuietRun;
import io.github.predella.testing.Tasks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginStageTest {

    private static final int CAP = 10_000;
    private static final byte[] DATA = "data".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private final LedgerFixture ledger = new LedgerFixture();
    private final List<String> undone = new ArrayList<>();
    private StagingWorkshop workshop;
    private Image image;
    private ImportRun run;
    private Origin origin;

    /** Staged data without notes. */
    private static final class Origin implements ImportSource {

        private final Path file;
        private final List<String> ends = new ArrayList<>();

        Origin(Path file) {
            this.file = file;
        }

        @Override
        public Optional<Measured> measured() {
            return Optional.empty();
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public Optional<Path> file() {
            return Optional.ofNullable(file);
        }

        @Override
        public void done() {
            ends.add("done");
        }

        @Override
        public void failed() {
            ends.add("failed");
        }
    }

    @FunctionalInterface
    private interface Script {
        void run(PluginRun run) throws IOException;
    }

    @BeforeEach
    void stage() throws IOException {
        var settings = new DataSettings(CAP, "sha512", true, List.of(), 1, new Seconds(300), new Seconds(60));
        var files = new FileStoreProvider(work -> {
            throw new RejectedExecutionException();
        });
        var area = StagingArea.open(directory, Map.of(), options -> files.create(StagingArea.STORE, options));
        workshop = new StagingWorkshop(
                area,
                settings,
                work -> {
                    throw new RejectedExecutionException();
                },
                Runnable::run);
        String taskId = UUID.randomUUID().toString();
        image = ledger.store(Images.in(Image.Status.IMPORTING)
                .with("os_glance_import_task", taskId)
                .with("kept", "old"));
        var task = Tasks.processing().id(taskId).on(image.id()).done();
        var request = Jsons.object()
                .add("method", Jsons.object().add("name", "glance-direct"))
                .build();
        run = new ImportRun(new QuietRun(task), ImportRequest.of(request), List.of("fast"), Set.of("member"), null);
        origin = new Origin(Files.write(area.file(image.id()), DATA));
    }

    private PluginStage stageOf(ImportPlugin... plugins) {
        var names = new ArrayList<String>();
        for (ImportPlugin plugin : plugins) {
            names.add(plugin.name());
        }
        return new PluginStage(
                new ImportPlugins(names, List.of(plugins), PluginDirectory.open(null)),
                ledger.imports,
                workshop,
                new ImportPump(ledger.imports, ledger.clock));
    }

    private ImportPlugin plugin(String name, Script script) {
        return new ImportPlugin() {

            @Override
            public String name() {
                return name;
            }

            @Override
            public void run(PluginRun at) throws IOException {
                script.run(at);
            }

            @Override
            public void undo(PluginRun at) {
                undone.add(name);
            }
        };
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static String sha512(byte[] data) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(data));
    }

    @Test
    void withoutPluginsNothingHappens() throws IOException {
        assertSame(origin, stageOf().pass(run, origin));
    }

    @Test
    void dataThatIsInAStorePassesBy() throws IOException {
        var copy = new Origin(null);

        assertSame(copy, stageOf(plugin("a", at -> undone.add("ran"))).pass(run, copy));
        assertEquals(List.of(), undone);
    }

    @Test
    void whatAStreamBringsIsMeasuredOnTheWay() throws Exception {
        byte[] other = Bytes.noise(9000);

        var source = stageOf(plugin("a", at -> at.replace(new ByteArrayInputStream(other))))
                .pass(run, origin);

        var measured = source.measured().orElseThrow();
        assertEquals(9000, measured.inspection().size());
        assertEquals(sha512(other), measured.digests().value());
        assertEquals(-1, Files.mismatch(source.file().orElseThrow(), Files.write(directory.resolve("copy"), other)));
    }

    @Test
    void aFileOfAPluginsOwnIsMeasuredAfterwards() throws Exception {
        byte[] other = Bytes.noise(5000);

        var source = stageOf(plugin("a", at -> at.replace(Files.write(at.newFile(), other))))
                .pass(run, origin);

        assertEquals(sha512(other), source.measured().orElseThrow().digests().value());
    }

    @Test
    void pluginsSeeWhatThoseBeforeThemDid() throws IOException {
        var seen = new ArrayList<String>();

        stageOf(
                        plugin("a", at -> {
                            at.replace(new ByteArrayInputStream(new byte[7]));
                            at.describe(
                                    details -> details.edit().diskFormat("raw").done());
                        }),
                        plugin("b", at -> {
                            seen.add(at.image().details().diskFormat());
                            seen.add(Files.size(at.file()) + "");
                            seen.add(at.roles().toString());
                        }))
                .pass(run, origin);

        assertEquals(List.of("raw", "7", "[member]"), seen);
    }

    @Test
    void descriptionsAreNotStoredBeforeTheData() throws IOException {
        var source = stageOf(plugin(
                        "a",
                        at -> at.describe(
                                details -> details.edit().diskFormat("raw").done())))
                .pass(run, origin);

        assertEquals("qcow2", ledger.find(image.id()).details().diskFormat());
        assertEquals("raw", source.description().apply(image.details()).diskFormat());
    }

    @Test
    void theServicesOwnPropertiesCannotBeChanged() throws IOException {
        var source = stageOf(plugin("a", at -> {
                    at.describe(details -> {
                        var changed = details.edit();
                        changed.properties().clear();
                        return changed.property("os_glance_failed_import", "x").done();
                    });
                    assertEquals(
                            Set.of("os_glance_import_task"),
                            at.image().details().properties().keySet());
                }))
                .pass(run, origin);

        source.done();
    }

    @Test
    void namesOfAttributesAreNoNamesOfProperties() {
        var stage = stageOf(plugin(
                "a",
                at -> at.describe(
                        details -> details.edit().property("status", "active").done())));

        assertEquals(
                Fault.Kind.FORBIDDEN,
                assertThrows(Fault.class, () -> stage.pass(run, origin)).kind());
    }

    @Test
    void aFailureTakesBackWhatWasDoneTheLastOneFirst() throws IOException {
        var stage = stageOf(
                plugin("a", at -> at.replace(new ByteArrayInputStream(new byte[7]))),
                plugin("b", at -> at.newFile()),
                plugin("c", at -> {
                    Files.write(at.newFile(), DATA);
                    throw Fault.invalid("no");
                }),
                plugin("d", at -> {}));

        assertThrows(Fault.class, () -> stage.pass(run, origin));

        assertEquals(List.of("b", "a"), undone);
        assertEquals(List.of(image.id()), files());
        assertEquals(-1, Files.mismatch(origin.file, Files.write(directory.resolve(".copy"), DATA)));
    }

    @Test
    void aLaterFailureTakesAllBack() throws IOException {
        var source = stageOf(
                        plugin("a", at -> at.replace(new ByteArrayInputStream(new byte[7]))), plugin("b", at -> {}))
                .pass(run, origin);

        source.failed();

        assertEquals(List.of("b", "a"), undone);
        assertEquals(List.of("failed"), origin.ends);
        assertEquals(List.of(image.id()), files());
    }

    @Test
    void afterASuccessNothingStays() throws IOException {
        var source = stageOf(
                        plugin("a", at -> at.replace(new ByteArrayInputStream(new byte[7]))),
                        plugin("b", at -> Files.write(at.newFile(), DATA)))
                .pass(run, origin);

        source.done();

        assertEquals(List.of(), undone);
        assertEquals(List.of("done"), origin.ends);
        assertEquals(List.of(image.id()), files());
    }

    @Test
    void aFileFromElsewhereIsNotTaken() {
        var stage = stageOf(plugin("a", at -> at.replace(at.file())));

        assertThrows(IllegalArgumentException.class, () -> stage.pass(run, origin));
    }

    @Test
    void theLargestSizeHoldsForWhatWasMadeToo() throws IOException {
        var streams = stageOf(plugin("a", at -> at.replace(new ByteArrayInputStream(new byte[CAP + 1]))));
        var writes = stageOf(plugin("a", at -> at.replace(Files.write(at.newFile(), new byte[CAP + 1]))));

        assertEquals(
                Fault.Kind.TOO_LARGE,
                assertThrows(Fault.class, () -> streams.pass(run, origin)).kind());
        assertEquals(
                Fault.Kind.TOO_LARGE,
                assertThrows(Fault.class, () -> writes.pass(run, origin)).kind());
        assertEquals(List.of(image.id()), files());
    }

    @Test
    void aPluginThatLacksAPartFailsTheImportOnly() {
        var stage = stageOf(plugin("a", at -> {
            throw new NoClassDefFoundError("gone");
        }));

        var failure = assertThrows(IllegalStateException.class, () -> stage.pass(run, origin));

        assertTrue(failure.getCause() instanceof NoClassDefFoundError);
    }
}
