package io.github.predella.imports;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.tasks.Task;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the data of an image is, and what it is said to be (images-api, "POST /images/{id}/locations").
 *
 * @param url as the caller gave it
 * @param claim the digest that the data is said to have; empty when the caller does not say
 */
public record LocationRequest(String url, Optional<Claim> claim) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");

    private static final String URL = "loc_url";
    private static final String CLAIM = "validation_data";
    private static final String ALGORITHM = "os_hash_algo";
    private static final String VALUE = "os_hash_value";

    /**
     * What data is said to be.
     *
     * @param algorithm name of the digest
     * @param value in lower-case hexadecimal digits, as many as the digest has
     */
    public record Claim(String algorithm, String value) {}

    /** Takes the body of a request that has been held against its schema. */
    public static LocationRequest of(JsonObject body) {
        return new LocationRequest(body.getString("url"), claim(body));
    }

    /** What the task carries that registers the data. */
    static LocationRequest of(Task task) {
        return new LocationRequest(task.input().getString(URL), claim(task.input()));
    }

    private static Optional<Claim> claim(JsonObject object) {
        return Optional.ofNullable(object.getJsonObject(CLAIM))
                .filter(claim -> claim.containsKey(ALGORITHM))
                .map(claim -> new Claim(
                        claim.getString(ALGORITHM), claim.getString(VALUE).toLowerCase(Locale.ROOT)));
    }

    /** Insists that the digest has the form of its kind; throws {@link Fault} INVALID. */
    void requireForm() {
        claim.ifPresent(said -> {
            int digits = new DigestAlgorithm(said.algorithm()).hexDigits();
            if (said.value().length() != digits || !HEX.matcher(said.value()).matches()) {
                throw ImportFaults.malformedHash(said.algorithm());
            }
        });
    }

    /** The same for a task to carry. */
    JsonObject input(String imageId) {
        var said = Jsons.object();
        claim.ifPresent(one -> said.add(ALGORITHM, one.algorithm()).add(VALUE, one.value()));
        return Jsons.object()
                .add("image_id", imageId)
                .add(URL, url)
                .add(CLAIM, said)
                .build();
    }
}
