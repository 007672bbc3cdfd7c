package io.github.predella.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.Disks;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.OvaPackages;
import io.github.predella.testing.Packed;
import io.github.predella.testing.PluginJars;
import io.github.predella.testing.ScriptedServer;
import io.github.predella.testing.Tools;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Imports through all plugins, two of them an operator's: a bean in a jar inside the WAR, and one from the plugin
 * directory. Hostile files of every kind are refused with a reason, leave nothing, and do not spoil the image.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginsE2E {

    private static final int DISK = 2 << 20;
    private static final int MIB_PAST_THE_CAP = 70;

    private Path directory;
    private ScriptedServer web;
    private LocalServer server;
    private Api owner;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        Tools.need("qemu-img", "setpriv", "prlimit");
        directory = temporary;
        Path plugins = Files.createDirectory(temporary.resolve("plugins"));
        PluginJars.build(plugins.resolve("mirror.jar"), "Mirror", PluginJars.MIRROR, true);
        Path bean = PluginJars.build(temporary.resolve("stamp.jar"), "Stamp", PluginJars.STAMP, false);
        Path war = PluginJars.repacked(
                LocalServer.builtWar(), temporary.resolve("predella.war"), "WEB-INF/lib/stamp.jar", bean);
        web = new ScriptedServer();
        serveFiles(Files.createDirectory(temporary.resolve("disks")));
        server = LocalServer.start(temporary.resolve("data"), settings(plugins), war);
        owner = Api.admin(URI.create(server.address()));
    }

    private Map<String, String> settings(Path plugins) {
        var settings = new HashMap<String, String>();
        for (String store : List.of("first", "second")) {
            settings.put(
                    store + ".filesystem_store_datadir",
                    directory.resolve(store).toString());
        }
        settings.put("DEFAULT.enabled_backends", "first:file,second:file");
        settings.put("glance_store.default_backend", "first");
        settings.put("import_filtering_opts.allowed_ports", "");
        settings.put("predella.fetch_allowed_networks", "127.0.0.1/32");
        settings.put("DEFAULT.image_size_cap", String.valueOf(64 << 20));
        settings.put("predella.plugin_directory", plugins.toString());
        settings.put(
                "image_import_opts.image_import_plugins",
                "[image_decompression,stamp,mirror,inject_image_metadata,image_conversion]");
        settings.put("taskflow_executor.conversion_format", "qcow2");
        settings.put("inject_metadata_properties.ignore_user_roles", "nobody");
        settings.put("inject_metadata_properties.inject", "site:north,os_glance_import_task:mine");
        return settings;
    }

    private void serveFiles(Path disks) throws IOException {
        Path raw = Files.write(disks.resolve("disk.raw"), Bytes.noise(DISK));
        serve("raw", Files.readAllBytes(raw));
        for (String format : List.of("qcow2", "vmdk")) {
            serve(format, Files.readAllBytes(Disks.converted(raw, disks.resolve("disk." + format), format)));
        }
        Path overlay = disks.resolve("overlay");
        Disks.run("create", "-f", "qcow2", "-b", "/etc/passwd", "-F", "raw", "-u", overlay.toString(), "1M");
        serve("backing-file", Files.readAllBytes(overlay));
        Path split = disks.resolve("split");
        Disks.run("create", "-f", "qcow2", "-o", "data_file=" + disks.resolve("data"), split.toString(), "1M");
        serve("data-file", Files.readAllBytes(split));
        Path flat = disks.resolve("flat.vmdk");
        Disks.run("create", "-f", "vmdk", "-o", "subformat=monolithicFlat", flat.toString(), "1M");
        serve("vmdk-flat", Files.readAllBytes(flat));
        serve("ova", OvaPackages.of(Files.readAllBytes(disks.resolve("disk.vmdk"))));
        serve("vmdk-foreign", foreign(Files.readAllBytes(disks.resolve("disk.vmdk"))));
        Path huge = disks.resolve("huge");
        Disks.run("create", "-f", "qcow2", huge.toString(), MIB_PAST_THE_CAP + "M");
        serve("huge", Files.readAllBytes(huge));
        serve("zip-bomb", Packed.zeros("zip", MIB_PAST_THE_CAP));
        serve("endless-gzip", endless(Packed.zeros("gzip", MIB_PAST_THE_CAP)));
        serve("two-files", Packed.zip(new byte[9], new byte[9]));
        serve("cut-gzip", Arrays.copyOf(Packed.as("gzip", Bytes.noise(9000)), 5000));
        serve("lha", "\0\0-lh5-and so on and on".getBytes(US_ASCII));
    }

    /** Its descriptor says that the disk is in a file of the machine. */
    private static byte[] foreign(byte[] vmdk) {
        String text = new String(vmdk, 512, 20 * 512, ISO_8859_1);
        String changed = text.replaceFirst("SPARSE \"[^\"]*\"", "FLAT \"/etc/passwd\" 0");
        byte[] descriptor = Arrays.copyOf(changed.getBytes(ISO_8859_1), 20 * 512);
        var all = vmdk.clone();
        System.arraycopy(descriptor, 0, all, 512, descriptor.length);
        return all;
    }

    /** Many members behind one another. */
    private static byte[] endless(byte[] member) {
        var all = new byte[member.length * 50];
        for (int i = 0; i < 50; i++) {
            System.arraycopy(member, 0, all, i * member.length, member.length);
        }
        return all;
    }

    private void serve(String name, byte[] content) {
        web.at("/" + name, (request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + content.length + "\r\n\r\n").getBytes(US_ASCII));
            out.write(content);
        });
    }

    @AfterAll
    void stop() throws IOException {
        if (web != null) {
            web.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "backing-file, qcow2, backed by another file",
        "data-file, qcow2, data is in another file",
        "vmdk-flat, vmdk, descriptor",
        "vmdk-foreign, vmdk, descriptor",
        "raw, qcow2, 'raw, not qcow2'",
        "qcow2, raw, 'declared as raw, and its data is qcow2'",
        "vmdk, qcow2, 'vmdk, not qcow2'",
        "huge, qcow2, at most",
        "zip-bomb, raw, maximum size",
        "endless-gzip, raw, maximum size",
        "two-files, raw, exactly one file",
        "cut-gzip, raw, damaged",
        "lha, raw, cannot read",
    })
    void hostileFilesAreRefusedAndLeaveNothing(String file, String format, String reason) {
        String id = create(format, "plain");

        download(id, file);

        var image = owner.ended(id);
        assertEquals("queued", image.getString("status"));
        assertEquals(format, image.getString("disk_format"));
        assertFalse(image.containsKey("site"));
        assertEquals("failure", owner.task(id).getString("status"));
        assertTrue(owner.task(id).getString("message").contains(reason), () -> owner.task(id)
                .toString());
        Await.until(() -> places(id).isEmpty());
        download(id, format);
        assertEquals("active", owner.ended(id).getString("status"));
        assertEquals(List.of("first"), places(id));
    }

    @Test
    void aCompressedDiskBecomesRaw() throws IOException {
        byte[] raw = Bytes.noise(DISK);
        String id = create("qcow2", "plain");
        owner.stage(id, Packed.as("gzip", Files.readAllBytes(directory.resolve("disks/disk.qcow2"))));

        direct(id, "");

        var image = owner.ended(id);
        assertEquals("active", image.getString("status"));
        assertEquals("raw", image.getString("disk_format"));
        assertEquals(DISK, image.getInt("size"));
        assertEquals(DISK, image.getInt("virtual_size"));
        assertEquals("north", image.getString("site"));
        assertFalse(image.containsKey("os_glance_import_task"));
        assertArrayEquals(raw, owner.downloaded(id));
        assertEquals(List.of("first"), places(id));
    }

    @Test
    void pluginsOfOperatorsTakePart() {
        byte[] data = {1, 2, 3, 4, 5};
        String id = owner.create("{\"disk_format\":\"raw\",\"container_format\":\"bare\",\"mirror\":\"yes\"}");
        owner.stage(id, data);

        direct(id, "");

        var image = owner.ended(id);
        assertEquals("active", image.getString("status"));
        assertEquals("done", image.getString("mirror"));
        assertTrue(image.getString("imported_by").contains("member"), image::toString);
        assertArrayEquals(new byte[] {5, 4, 3, 2, 1}, owner.downloaded(id));
    }

    @Test
    void whatAPluginRefusesIsToldInItsWords() {
        String id = create("raw", "refused");
        owner.stage(id, new byte[] {1});

        direct(id, "");

        assertEquals("uploading", owner.ended(id).getString("status"));
        assertEquals("The stamp does not like it.", owner.task(id).getString("message"));
    }

    @Test
    void aFailureInAStoreLeavesTheStagedDataForAnotherTry() throws IOException {
        byte[] staged = Files.readAllBytes(directory.resolve("disks/disk.qcow2"));
        String id = create("qcow2", "plain");
        owner.stage(id, staged);
        Files.createDirectories(directory.resolve("second").resolve(id));

        direct(id, ",'stores':['first','second']");

        var image = owner.ended(id);
        assertEquals("uploading", image.getString("status"));
        assertEquals("qcow2", image.getString("disk_format"));
        assertEquals(staged.length, image.getInt("size"));
        assertFalse(image.containsKey("site"));
        Await.until(() -> places(id).equals(List.of("data")));
        Files.delete(directory.resolve("second").resolve(id));
        direct(id, ",'stores':['first','second']");
        assertEquals("raw", owner.ended(id).getString("disk_format"));
        assertEquals(List.of("first", "second"), places(id));
    }

    @Test
    void copiesPassByThePlugins() {
        String id = owner.createActive(Packed.as("gzip", new byte[100]));

        Api.expect(
                owner.post(
                        "/v2/images/" + id + "/import",
                        "{\"method\":{\"name\":\"copy-image\"},\"stores\":[\"second\"]}"),
                202);

        var image = owner.ended(id);
        assertEquals("first,second", image.getString("stores"));
        assertFalse(image.containsKey("imported_by"));
        assertArrayEquals(Packed.as("gzip", new byte[100]), owner.downloaded(id));
    }

    @ParameterizedTest
    @CsvSource({"qcow2", "raw", "vmdk"})
    void disksThatCallersOrderAreWhatTheirDataIs(String file) {
        var task = ordered(file, "");

        var image = owner.ended(task.getString("image_id"));
        assertEquals("active", image.getString("status"), () -> done(task).toString());
        assertEquals("qcow2", image.getString("disk_format"));
        assertEquals(DISK, image.getInt("virtual_size"));
        assertFalse(image.containsKey("site"));
        assertEquals(
                "{\"image_id\":\"" + image.getString("id") + "\"}",
                done(task).get("result").toString());
        assertEquals(List.of("first"), places(image.getString("id")));
    }

    @Test
    void thePackageThatAnAdministratorOrdersIsUnpacked() {
        var task = ordered("ova", ",'image_properties':{'name':'m','disk_format':'vmdk','container_format':'ova'}");

        var image = owner.ended(task.getString("image_id"));
        assertEquals("active", image.getString("status"), () -> done(task).toString());
        assertEquals("m", image.getString("name"));
        assertEquals("qcow2", image.getString("disk_format"));
        assertEquals("bare", image.getString("container_format"));
        assertEquals(DISK, image.getInt("virtual_size"));
    }

    @ParameterizedTest
    @CsvSource({"backing-file", "data-file", "vmdk-flat", "vmdk-foreign", "huge"})
    void hostileFilesThatCallersOrderAreRefused(String file) {
        var task = ordered(file, "");

        String id = task.getString("image_id");
        assertEquals("queued", owner.ended(id).getString("status"));
        assertEquals("failure", done(task).getString("status"));
        Await.until(() -> places(id).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "400, file:///etc/passwd, {}",
        "400, http://169.254.169.254/x, {}",
        "400, http://x.invalid/x, 7",
        "400, URL, {'disk_format':'strange'}",
        "400, URL, {'disk_format':'raw'}",
        "403, URL, {'os_glance_task':'mine'}",
    })
    void ordersThatCannotBeCarriedOutLeaveNothing(int status, String from, String properties) {
        int before = images();
        String body = "{'type':'import','input':{'import_from':'" + from.replace("URL", web.url("/raw"))
                + "','image_properties':" + properties + "}}";

        assertEquals(status, owner.post("/v2/tasks", body.replace('\'', '"')).statusCode());

        assertEquals(before, images());
    }

    private JsonObject ordered(String file, String more) {
        String body = "{'type':'import','input':{'import_from':'" + web.url("/" + file) + "'" + more + "}}";
        var answer = owner.post("/v2/tasks", body.replace('\'', '"'));
        Api.expect(answer, 201);
        return Api.json(answer);
    }

    private int images() {
        return Api.json(owner.get("/v2/images?limit=1000"))
                .getJsonArray("images")
                .size();
    }

    private JsonObject done(JsonObject task) {
        return Api.json(owner.get("/v2/tasks/" + task.getString("id")));
    }

    private String create(String format, String name) {
        return owner.create(
                "{\"name\":\"" + name + "\",\"disk_format\":\"" + format + "\",\"container_format\":\"bare\"}");
    }

    private void direct(String id, String more) {
        send(id, "{'method':{'name':'glance-direct'}" + more + "}");
    }

    private void download(String id, String file) {
        send(id, "{'method':{'name':'web-download','uri':'" + web.url("/" + file) + "'}}");
    }

    private void send(String id, String body) {
        Api.expect(owner.post("/v2/images/" + id + "/import", body.replace('\'', '"')), 202);
    }

    /** The directories in which there is a file of the image. */
    private List<String> places(String id) {
        try (var all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().contains(id))
                    .map(file -> directory.relativize(file).getName(0).toString())
                    .sorted()
                    .toList();
        } catch (IOException movedMeanwhile) {
            throw new UncheckedIOException(movedMeanwhile);
        }
    }
}
