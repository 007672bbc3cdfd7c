package io.github.predella.cli;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks after the image cache of a node that runs: what is on its disk is that process's business alone. */
@Command(
        name = "cache",
        description = {
            "Look after the image cache of a running node, as an administrator.",
            "Every node has a cache of its own, so --url is the address of the node itself."
        })
final class CacheCommand extends CommandGroup {

    private static final String CACHE = "/v2/cache";
    private static final Pattern ID = Pattern.compile("[\\w-]+");

    private final PrintWriter out;

    CacheCommand(PrintWriter out) {
        this.out = out;
    }

    /** What can be emptied. */
    enum Target {
        cache,
        queue
    }

    @Command(name = "list", description = "Tell the images in the cache: id, bytes, hits, last hit; and those queued.")
    int list(@Mixin NodeOptions node) {
        var told = node.open().get(CACHE);
        told.getJsonArray("cached_images").getValuesAs(JsonObject.class).forEach(this::print);
        told.getJsonArray("queued_images")
                .getValuesAs(JsonString.class)
                .forEach(id -> out.println(id.getString() + "  queued"));
        return 0;
    }

    private void print(JsonObject image) {
        long read = image.getJsonNumber("last_accessed").longValue();
        out.println(image.getString("image_id") + "  " + image.getJsonNumber("size") + "  "
                + image.getJsonNumber("hits") + "  " + (read == 0 ? "never" : Instant.ofEpochSecond(read)));
    }

    @Command(name = "queue", description = "Let the node fetch images into its cache.")
    int queue(@Mixin NodeOptions node, @Parameters(paramLabel = "ID", arity = "1..*") List<String> images) {
        return each(node, "PUT", images, "is queued");
    }

    @Command(name = "delete", description = "Remove images from the cache and from the queue.")
    int delete(@Mixin NodeOptions node, @Parameters(paramLabel = "ID", arity = "1..*") List<String> images) {
        return each(node, "DELETE", images, "is removed");
    }

    private int each(NodeOptions node, String method, List<String> images, String told) {
        for (String id : images) {
            if (!ID.matcher(id).matches()) {
                throw new CommandProblem("not the id of an image: " + id);
            }
        }
        var client = node.open();
        for (String id : images) {
            client.ask(method, CACHE + "/" + id);
            out.println("Image " + id + " " + told + ".");
        }
        return 0;
    }

    @Command(name = "clear", description = "Remove all images from the cache and from the queue.")
    int clear(
            @Mixin NodeOptions node,
            @Option(names = "--target", paramLabel = "cache|queue", description = "from one of both only")
                    Target target) {
        node.open().ask("DELETE", CACHE, "x-image-cache-clear-target", target == null ? "" : target.name());
        out.println(target == null ? "Cache and queue are empty." : "The " + target + " is empty.");
        return 0;
    }

    @Command(
            name = "prune",
            description =
                    "Remove images until the rest is no more than image_cache_max_size, the longest unread first.")
    int prune(@Mixin NodeOptions node) {
        var pruned = node.open().ask("POST", CACHE + "/prune");
        out.println(number(pruned, "total_files_pruned") + " images removed, " + number(pruned, "total_bytes_pruned")
                + " bytes.");
        return 0;
    }

    private static JsonNumber number(JsonObject said, String name) {
        return said.getJsonNumber(name);
    }

    @Command(name = "clean", description = "Remove what is invalid and what dead or stalled writers have left.")
    int clean(@Mixin NodeOptions node) {
        node.open().ask("POST", CACHE + "/clean");
        out.println("The cache is clean.");
        return 0;
    }
}
