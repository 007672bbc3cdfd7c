package io.github.predella.notify.amqp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.github.predella.config.Seconds;
import io.github.predella.core.Jsons;
import io.github.predella.notify.BrokerAddress;
import io.github.predella.notify.Letter;
import io.github.predella.notify.Notice;
import io.github.predella.notify.Notifier;
import io.github.predella.notify.NotifyFault;
import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.BrokerServer;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.Scrape;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A life of an image as a real broker hears of it (notifications). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class NotificationsE2E {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] DATA = {1, 2, 3, 4, 5};

    private static final Set<String> IMAGE = Set.of(
            "id",
            "name",
            "status",
            "created_at",
            "updated_at",
            "min_disk",
            "min_ram",
            "protected",
            "checksum",
            "owner",
            "disk_format",
            "container_format",
            "size",
            "virtual_size",
            "is_public",
            "visibility",
            "properties",
            "tags",
            "deleted",
            "deleted_at");

    private BrokerServer broker;
    private LocalServer server;
    private Api admin;

    /** What was heard so far, in its order, by queue. */
    private final Map<String, List<JsonObject>> heard = new HashMap<>();

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        broker = BrokerServer.begin(directory.resolve("broker"));
        server = LocalServer.start(
                directory.resolve("server"),
                Map.of(
                        "oslo_messaging_notifications.driver", "messagingv2",
                        "DEFAULT.transport_url", broker.address(),
                        "DEFAULT.disabled_notifications", "metadef_tag,image.member.update",
                        "oslo_messaging_rabbit.amqp_durable_queues", "true"));
        admin = Api.admin(URI.create(server.address()));
        broker.awaitReady().close();
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void everyEventArrivesWhateverTheBrokerDoes() throws IOException, TimeoutException {
        String image = story();
        listen(() -> types("notifications.info").contains("image.delete"));
        tellsOfTheStory(image);
        hasTheFormOfTheReference();

        broker.stop();
        var slowest = Duration.ZERO;
        var names = List.of("one", "two", "three", "four", "five");
        for (String name : names) {
            var begun = Instant.now();
            admin.create("{\"name\":\"" + name + "\"}");
            var took = Duration.between(begun, Instant.now());
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        assertTrue(slowest.compareTo(Duration.ofSeconds(4)) < 0, () -> "requests wait for the broker");
        assertTrue(waiting() >= names.size());

        heard.clear();
        broker.start();
        listen(() -> types("notifications.info").size() == names.size());
        assertEquals(
                names,
                heard.get("notifications.info").stream()
                        .map(message -> message.getJsonObject("payload").getString("name"))
                        .toList());
        Await.until(() -> waiting() == 0);
    }

    private double waiting() {
        return Scrape.of(admin.get("/metrics").body()).sum("predella_notifications_waiting", Map.of());
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void encryptedBrokerIsBelievedWithItsAuthorityOnly() throws NotifyFault {
        broker.awaitReady().abort();
        var letter = Letter.of(
                new Notice("a.b", Notice.Priority.INFO, JsonValue.EMPTY_JSON_OBJECT, Instant.EPOCH), "somebody");

        try (var known = notifier(broker.certificate().authority(), "tls");
                var unknown = notifier(null, "tls")) {
            known.send(letter);
            assertThrows(NotifyFault.class, () -> unknown.send(letter));
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void queueThatHasGoneIsMadeAgain() throws Exception {
        var letter = Letter.of(
                new Notice("a.b", Notice.Priority.INFO, JsonValue.EMPTY_JSON_OBJECT, Instant.EPOCH), "somebody");

        try (var notifier = notifier(broker.certificate().authority(), "going");
                var connection = broker.awaitReady();
                var channel = connection.createChannel()) {
            notifier.send(letter);
            channel.queueDelete("going.info");
            assertThrows(NotifyFault.class, () -> notifier.send(letter));
            notifier.send(letter);
            assertEquals(1, channel.messageCount("going.info"));
        }
    }

    private Notifier notifier(Path authority, String topic) {
        var settings = new RabbitSettings(true, false, false, authority, null, null, new Seconds(60));
        var door = new BrokerDoor(BrokerAddress.parse(broker.encryptedAddress()), settings, Path.of("."));
        var layout = new AmqpNotifier.Layout("glance", List.of(topic), true, false);
        return new AmqpNotifier(door, layout, Letter::plain);
    }

    /** Returns the id of the image that it is about. */
    private String story() {
        String image = admin.create("{\"name\":\"first\",\"disk_format\":\"raw\",\"container_format\":\"bare\","
                + "\"color\":\"red\",\"tags\":[\"t\"]}");
        Api.expect(admin.upload(image, DATA), 204);
        Api.expect(admin.patch(image, "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"second\"}]"), 200);
        Api.expect(admin.post("/v2/images/" + image + "/members", "{\"member\":\"project\"}"), 200);
        Api.expect(admin.put("/v2/images/" + image + "/members/project", "{\"status\":\"accepted\"}"), 200);
        Api.expect(admin.delete("/v2/images/" + image + "/members/project"), 204);
        assertEquals(DATA.length, admin.downloaded(image).length);
        String imported = admin.createRaw();
        admin.stage(imported, DATA);
        Api.expect(admin.post("/v2/images/" + imported + "/import", "{\"method\":{\"name\":\"glance-direct\"}}"), 202);
        assertEquals("active", admin.ended(imported).getString("status"));
        String wrong = admin.create("{\"disk_format\":\"qcow2\",\"container_format\":\"bare\"}");
        assertEquals(4, admin.upload(wrong, DATA).statusCode() / 100);
        Api.expect(
                admin.post(
                        "/v2/metadefs/namespaces",
                        "{\"namespace\":\"N\",\"tags\":[{\"name\":\"T\"}],\"objects\":[{\"name\":\"O\"}]}"),
                201);
        Api.expect(admin.delete("/v2/metadefs/namespaces/N"), 204);
        Api.expect(admin.delete("/v2/images/" + image), 204);
        return image;
    }

    private void tellsOfTheStory(String image) {
        assertEquals(
                List.of(
                        "image.create",
                        "image.update",
                        "image.prepare",
                        "image.update",
                        "image.upload",
                        "image.activate",
                        "image.update",
                        "image.member.create",
                        "image.member.delete",
                        "image.send",
                        "image.delete"),
                heard.get("notifications.info").stream()
                        .filter(message -> isAbout(message, image))
                        .map(message -> message.getString("event_type"))
                        .toList());
        var tasks = types("notifications.info").stream()
                .filter(type -> type.startsWith("task."))
                .toList();
        assertEquals(List.of("task.create", "task.processing", "task.success", "task.run"), tasks);
        var catalogue = types("notifications.info").stream()
                .filter(type -> type.startsWith("metadef_"))
                .toList();
        assertEquals(
                List.of("metadef_namespace.create", "metadef_object.create", "metadef_namespace.delete"), catalogue);
        assertEquals(List.of("image.upload"), types("notifications.error"));
        var failure = heard.get("notifications.error").get(0);
        assertTrue(failure.get("payload") instanceof JsonString, () -> failure + " has no text");
    }

    private static boolean isAbout(JsonObject message, String image) {
        return message.get("payload") instanceof JsonObject payload
                && (image.equals(payload.getString("id", "")) || image.equals(payload.getString("image_id", "")));
    }

    private void hasTheFormOfTheReference() {
        var info = heard.get("notifications.info");
        for (JsonObject message : info) {
            assertEquals(
                    Set.of(
                            "message_id",
                            "publisher_id",
                            "event_type",
                            "priority",
                            "payload",
                            "timestamp",
                            "_unique_id"),
                    message.keySet());
            assertEquals("INFO", message.getString("priority"));
            assertEquals("image.localhost", message.getString("publisher_id"));
            assertTrue(message.getString("timestamp").matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}"));
        }
        assertEquals(IMAGE, payload("image.create").keySet());
        assertEquals(
                "{\"color\":\"red\"}", payload("image.create").get("properties").toString());
        assertFalse(payload("image.activate").containsKey("locations"));
        assertTrue(payload("image.prepare").containsKey("backend"));
        assertEquals(DATA.length, payload("image.send").getInt("bytes_sent"));
        assertEquals(admin.project(), payload("image.send").getString("receiver_tenant_id"));
        assertTrue(payload("image.delete").getBoolean("deleted"));
        assertEquals("deleted", payload("image.delete").getString("status"));
    }

    private JsonObject payload(String eventType) {
        return heard.get("notifications.info").stream()
                .filter(message -> message.getString("event_type").equals(eventType))
                .findFirst()
                .orElseThrow()
                .getJsonObject("payload");
    }

    private List<String> types(String queue) {
        return heard.getOrDefault(queue, List.of()).stream()
                .map(message -> message.getString("event_type"))
                .toList();
    }

    /** Takes what is in the queues until enough has been heard. */
    private void listen(BooleanSupplier enough) throws IOException, TimeoutException {
        try (Connection connection = broker.awaitReady()) {
            Await.until(PATIENCE, () -> {
                take(connection, "notifications.info");
                take(connection, "notifications.error");
                return enough.getAsBoolean();
            });
        }
    }

    private void take(Connection connection, String queue) {
        try (Channel channel = connection.createChannel()) {
            for (var one = channel.basicGet(queue, true); one != null; one = channel.basicGet(queue, true)) {
                assertEquals("glance", one.getEnvelope().getExchange());
                assertEquals(queue, one.getEnvelope().getRoutingKey());
                isSentAsTheReferenceDoes(one.getProps());
                heard.computeIfAbsent(queue, name -> new ArrayList<>()).add(inner(one.getBody()));
            }
        } catch (IOException notYet) {
            // The queue is made with its first message.
        } catch (TimeoutException failure) {
            throw new UncheckedIOException(new IOException(failure));
        }
    }

    private static void isSentAsTheReferenceDoes(BasicProperties properties) {
        assertEquals("application/json", properties.getContentType());
        assertEquals("utf-8", properties.getContentEncoding());
        assertEquals(2, properties.getDeliveryMode());
        assertEquals(0, properties.getPriority());
    }

    private static JsonObject inner(byte[] body) {
        JsonObject outer;
        try (var reader = Jsons.reader(new StringReader(new String(body, StandardCharsets.UTF_8)))) {
            outer = reader.readObject();
        }
        assertEquals(Set.of("oslo.version", "oslo.message"), outer.keySet());
        assertEquals("2.0", outer.getString("oslo.version"));
        try (var reader = Jsons.reader(new StringReader(outer.getString("oslo.message")))) {
            return reader.readObject();
        }
    }
}
