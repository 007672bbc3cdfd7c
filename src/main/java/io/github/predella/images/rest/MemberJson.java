package io.github.predella.images.rest;

import io.github.predella.core.Fault;
import io.github.predella.core.IsoTime;
import io.github.predella.images.Member;
import io.github.predella.rest.JsonBody;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.stream.JsonGenerator;
import java.io.InputStream;

/** The wire form of a membership, and of the two bodies that change one. */
final class MemberJson {

    private MemberJson() {}

    static void write(JsonGenerator json, Member member) {
        json.writeStartObject();
        json.write("created_at", IsoTime.text(member.createdAt()));
        json.write("image_id", member.imageId());
        json.write("member_id", member.project());
        json.write("schema", "/v2/schemas/member");
        json.write("status", member.status().wireName());
        json.write("updated_at", IsoTime.text(member.updatedAt()));
        json.writeEnd();
    }

    /** The project in {@code {"member": …}}. */
    static String readProject(InputStream body) {
        String project = readText(body, "member");
        if (project.isEmpty()) {
            throw Fault.invalid("Member to be added not specified.");
        }
        return project;
    }

    /** The status in {@code {"status": …}}. */
    static Member.Status readStatus(InputStream body) {
        String status = readText(body, "status");
        return switch (status) {
            case "pending", "accepted", "rejected" -> Member.Status.of(status);
            default -> throw Fault.invalid("Status must be \"pending\", \"accepted\" or \"rejected\".");
        };
    }

    private static String readText(InputStream body, String key) {
        if (!(JsonBody.read(body) instanceof JsonObject object)) {
            throw Fault.invalid("Expected a JSON object like {\"" + key + "\": \"…\"}.");
        }
        if (object.get(key) instanceof JsonString text) {
            return text.getString();
        }
        throw Fault.invalid(
                object.containsKey(key) ? "The value of " + key + " must be a string." : key + " is not specified.");
    }
}
