package io.github.predella.dashboard.create;

import io.github.predella.core.Jsons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody has entered about a new image, as the fields of the request and as the bodies of API requests. */
@Named("newImage")
@RequestScoped
public class NewImageForm {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,10}");
    private static final List<String> TEXTS = List.of("id", "name", "disk_format", "container_format", "visibility");
    private static final List<String> NUMBERS = List.of("min_disk", "min_ram");
    private static final List<String> PROPERTIES = List.of("description", "os_distro", "os_version", "architecture");

    private HttpServletRequest request;

    /** For the container's proxy only. */
    protected NewImageForm() {}

    @Inject
    public NewImageForm(HttpServletRequest request) {
        this.request = request;
    }

    /** The text of a field without blanks around it; empty when there is none. */
    public String text(String field) {
        String text = request.getParameter(field);
        return text == null ? "" : text.strip();
    }

    /** The container format to show: most data is in none. */
    public String getContainer() {
        return text("container_format").isEmpty() ? "bare" : text("container_format");
    }

    /** Whether the form has been sent, so that what is not in the request was not chosen. */
    public boolean isSent() {
        return request.getParameter("sent") != null;
    }

    /** Whether a box is ticked; before the form has been sent, whether it should be. */
    public boolean ticked(String field, boolean standard) {
        return isSent() ? request.getParameter(field) != null : standard;
    }

    /** The stores that are ticked. */
    public Set<String> getStores() {
        return values("stores").collect(Collectors.toSet());
    }

    /** The number of bytes that the file has, as the page's script tells; 0 when it does not. */
    public long getBytes() {
        String text = text("bytes");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** The body of the request that makes the image. */
    JsonObject image() {
        var body = Jsons.object();
        TEXTS.stream().filter(this::isGiven).forEach(field -> body.add(field, text(field)));
        NUMBERS.stream().filter(this::isGiven).forEach(field -> addNumber(body, field));
        PROPERTIES.stream().filter(this::isGiven).forEach(field -> body.add(field, text(field)));
        for (var flag : Map.of("protected", "protected", "hidden", "os_hidden").entrySet()) {
            if (request.getParameter(flag.getKey()) != null) {
                body.add(flag.getValue(), true);
            }
        }
        var tags = Jsons.array();
        Arrays.stream(text("tags").split("[,\\s]+", -1))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .forEach(tags::add);
        return body.add("tags", tags).build();
    }

    /** The body of the request that imports what lies at the address of the form. */
    JsonObject webImport(boolean severalStores) {
        return importing(Jsons.object().add("name", "web-download").add("uri", text("url")), severalStores);
    }

    /** The body of the request that imports staged data. */
    JsonObject stagedImport(boolean severalStores) {
        return importing(Jsons.object().add("name", "glance-direct"), severalStores);
    }

    private JsonObject importing(JsonObjectBuilder method, boolean severalStores) {
        var body = Jsons.object().add("method", method);
        if (severalStores && !getStores().isEmpty()) {
            var stores = Jsons.array();
            values("stores").distinct().forEach(stores::add);
            body.add("stores", stores).add("all_stores_must_succeed", request.getParameter("all_stores") != null);
        }
        return body.build();
    }

    private Stream<String> values(String field) {
        String[] values = request.getParameterValues(field);
        return values == null ? Stream.empty() : Stream.of(values);
    }

    private boolean isGiven(String field) {
        return !text(field).isEmpty();
    }

    /** What is no number goes on as a text, so that the refusal is the one that the API has for it. */
    private void addNumber(JsonObjectBuilder body, String field) {
        String text = text(field);
        if (WHOLE.matcher(text).matches()) {
            body.add(field, Long.parseLong(text));
        } else {
            body.add(field, text);
        }
    }
}
