package io.github.predella.images;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.schema.CustomProperties;
import io.github.predella.schema.Schema;
import io.github.predella.schema.SchemaCheck;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/**
 * The published documents about images and members, and the checks that follow from them (images-api, "Schema
 * documents"). Clients build their options and help texts from these documents. Immutable; safe for any thread.
 */
public final class ImageSchema {

    private static final String UUID =
            "^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){12}$";

    private final JsonObject image;
    private final JsonObject images;
    private final SchemaCheck whole;
    private final SchemaCheck part;

    /**
     * @param settings which formats may be named
     * @param custom properties that the operator has described
     * @throws io.github.predella.schema.SchemaProblem when the operator describes one of our own attributes differently
     */
    public ImageSchema(ImageSettings settings, CustomProperties custom) {
        var document = document(settings).merge(custom);
        this.image = document.toJson();
        this.images = Schema.collection("images", document, true).toJson();
        this.whole = SchemaCheck.of(document);
        this.part = SchemaCheck.of(document(settings).merge(new CustomProperties(custom.properties(), List.of())));
    }

    public JsonObject image() {
        return image;
    }

    public JsonObject images() {
        return images;
    }

    public JsonObject member() {
        return memberDocument().toJson();
    }

    public JsonObject members() {
        return Schema.collection("members", memberDocument(), false).toJson();
    }

    /** Holds a new image against the document; throws {@link Fault} INVALID with the first thing that is wrong. */
    void check(JsonObject body) {
        whole.problem(body).ifPresent(problem -> {
            throw refused(problem);
        });
    }

    /**
     * Holds one changed attribute against the document.
     *
     * @param path the name of the attribute, and perhaps a position in it
     * @param value the new value, null when it is to be removed
     * @throws Fault FORBIDDEN for an attribute that nobody may change, INVALID for a value that the document does not
     *     allow
     */
    public void checkChange(List<String> path, JsonValue value) {
        String name = path.get(0);
        if (ImageAttributes.isReadOnly(name)) {
            throw ImageFaults.readOnlyProperty(name);
        }
        if (ImageAttributes.isReserved(name)) {
            throw ImageFaults.reservedProperty(name);
        }
        if (value != null) {
            // What is put at one position has the form of a list of one.
            var whole = path.size() > 1 ? Jsons.array().add(value).build() : value;
            part.problem(Jsons.object().add(name, whole).build()).ifPresent(problem -> {
                throw refused(problem);
            });
        }
    }

    private static Fault refused(String problem) {
        return Fault.invalid("Provided object does not match schema 'image': " + problem);
    }

    private static Schema document(ImageSettings settings) {
        return Schema.document("image")
                .property("id", Schema.string().pattern(UUID).says("Identifier of the image"))
                .property("name", Schema.string().orNull().maxLength(255).says("Name for people"))
                .property(
                        "status",
                        Schema.string()
                                .readOnly()
                                .oneOf(Stream.of(
                                                Image.Status.QUEUED,
                                                Image.Status.SAVING,
                                                Image.Status.ACTIVE,
                                                Image.Status.KILLED,
                                                Image.Status.DELETED,
                                                Image.Status.UPLOADING,
                                                Image.Status.IMPORTING,
                                                Image.Status.PENDING_DELETE,
                                                Image.Status.DEACTIVATED)
                                        .map(Image.Status::wireName)
                                        .toList())
                                .says("Where in its life the image is"))
                .property(
                        "visibility",
                        Schema.string()
                                .oneOf(List.of("community", "public", "private", "shared"))
                                .says("Who may find the image"))
                .property("protected", Schema.bool().says("If true, the image cannot be deleted"))
                .property("os_hidden", Schema.bool().says("If true, lists leave the image out unless asked for it"))
                .property("checksum", hash(32).says("MD5 of the image data, in hex"))
                .property("os_hash_algo", hash(64).says("Algorithm of os_hash_value"))
                .property("os_hash_value", hash(128).says("Digest of the image data, in hex"))
                .property("owner", Schema.string().orNull().maxLength(255).says("Project that the image belongs to"))
                .property("size", Schema.integer().orNull().readOnly().says("Size of the image data in bytes"))
                .property(
                        "virtual_size",
                        Schema.integer().orNull().readOnly().says("Size in bytes of the disk that a guest sees"))
                .property(
                        "container_format",
                        Schema.string()
                                .orNull()
                                .oneOf(settings.containerFormats())
                                .says("What the disk is wrapped in"))
                .property(
                        "disk_format",
                        Schema.string().orNull().oneOf(settings.diskFormats()).says("Format of the disk"))
                .property("created_at", Schema.string().readOnly().says("When the image was registered"))
                .property("updated_at", Schema.string().readOnly().says("When the image was changed last"))
                .property("tags", Schema.array(Schema.string().maxLength(255)).says("Labels of the image"))
                .property("direct_url", Schema.string().readOnly().says("Address of the data in its store"))
                .property("min_ram", amount("Memory in MiB that a guest needs"))
                .property("min_disk", amount("Disk in GiB that a guest needs"))
                .property("self", Schema.string().readOnly().says("Address of the image"))
                .property("file", Schema.string().readOnly().says("Address of the image data"))
                .property("stores", Schema.string().readOnly().says("Stores that hold the data, separated by commas"))
                .property("schema", Schema.string().readOnly().says("Address of this schema"))
                .property("locations", locations())
                .additional(Schema.string())
                .link("self", "{self}")
                .link("enclosure", "{file}")
                .link("describedby", "{schema}");
    }

    private static Schema hash(int length) {
        return Schema.string().orNull().readOnly().maxLength(length);
    }

    private static Schema amount(String says) {
        return Schema.integer().says(says);
    }

    private static Schema locations() {
        var validation = Schema.object()
                .writeOnly()
                .says("What the data must turn out to be")
                .additional(false)
                .property("checksum", Schema.string().minLength(32).maxLength(32))
                .property("os_hash_algo", Schema.string().maxLength(64))
                .property("os_hash_value", Schema.string().maxLength(128))
                .require(List.of("os_hash_algo", "os_hash_value"));
        var location = Schema.object()
                .property("url", Schema.string().maxLength(255))
                .property("metadata", Schema.object())
                .property("validation_data", validation)
                .require(List.of("url", "metadata"));
        return Schema.array(location).says("Where the data is, and what is known about each place");
    }

    private static Schema memberDocument() {
        return Schema.document("member")
                .property("member_id", Schema.string().says("Project that the image is shared with"))
                .property("image_id", Schema.string().pattern(UUID).says("Identifier of the image"))
                .property("created_at", Schema.string().says("When the image was shared"))
                .property("updated_at", Schema.string().says("When the membership was changed last"))
                .property(
                        "status",
                        Schema.string()
                                .oneOf(List.of("pending", "accepted", "rejected"))
                                .says("What the project said to the offer"))
                .property("schema", Schema.string().readOnly().says("Address of this schema"));
    }
}
