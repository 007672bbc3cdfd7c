package io.github.predella.conformance;

import io.github.predella.db.Dialect;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.StockClients;
import io.github.predella.testing.TestingDatabase;
import io.github.predella.testing.Tools;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The stock command-line clients against the built WAR, on each kind of database. Two at a time: a client spends its time
 * on one processor, in its own start.
 */
@Execution(ExecutionMode.CONCURRENT)
class ClientsE2E {

    @TempDir
    private Path directory;

    private LocalServer server;

    @BeforeEach
    void wantClients() {
        Tools.need("openstack", "glance", "qemu-img", "curl", "jq");
        Tools.needFile("/usr/lib/grub-rescue/grub-rescue-cdrom.iso", "grub-rescue-pc");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** With the settings that whoever just tries it has; scripts of one line share a server. */
    @ParameterizedTest
    @ValueSource(strings = {"identity.sh metadefs.sh", "images.sh"})
    void stockClientsFindWhatTheyKnow(String scripts) throws Exception {
        server = LocalServer.start(directory.resolve("data"), Map.of());

        for (String script : scripts.split(" ", -1)) {
            pass(script);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void theDatabaseMakesNoDifference(Dialect dialect) throws Exception {
        String connection = TestingDatabase.newDatabase(dialect);
        server = LocalServer.start(directory.resolve("data"), Map.of("database.connection", connection));

        pass("images.sh");
    }

    @Test
    void stockClientsImport() throws Exception {
        server = LocalServer.start(
                directory.resolve("data"),
                Map.of(
                        "DEFAULT.enabled_import_methods", "[glance-direct,web-download,copy-image,glance-download]",
                        "predella.other_regions", "two:http://127.0.0.1:${predella.port}",
                        "DEFAULT.enabled_backends", "local:file,second:file",
                        "glance_store.default_backend", "local",
                        "local.filesystem_store_datadir",
                                directory.resolve("local").toString(),
                        "second.filesystem_store_datadir",
                                directory.resolve("second").toString(),
                        "import_filtering_opts.allowed_ports", "",
                        "predella.fetch_allowed_networks", "127.0.0.1/32"));

        pass("imports.sh");
    }

    @Test
    void stockClientsImportThroughPlugins() throws Exception {
        server = LocalServer.start(
                directory.resolve("data"),
                Map.of(
                        "image_import_opts.image_import_plugins", "[image_decompression,image_conversion]",
                        "import_filtering_opts.allowed_ports", "",
                        "predella.fetch_allowed_networks", "127.0.0.1/32"));

        pass("plugins.sh");
    }

    @Test
    void stockClientsTellWhereDataIs() throws Exception {
        server = LocalServer.start(
                directory.resolve("data"),
                Map.of(
                        "DEFAULT.enabled_backends", "local:file,web:http",
                        "glance_store.default_backend", "local",
                        "local.filesystem_store_datadir",
                                directory.resolve("local").toString(),
                        "DEFAULT.show_multiple_locations", "true",
                        "predella.fetch_allowed_networks", "127.0.0.1/32"));

        pass("locations.sh");
    }

    @Test
    void whatWasUploadedSurvivesAKill() throws Exception {
        server = LocalServer.start(directory.resolve("data"), Map.of());
        pass("survival.sh", "before");

        server.kill();
        server.start();

        pass("survival.sh", "after");
    }

    private void pass(String script, String... arguments) throws Exception {
        new StockClients(directory, server.address()).pass(script, arguments);
    }
}
