package io.github.predella.dashboard.images;

import io.github.predella.core.IsoTime;
import io.github.predella.core.Jsons;
import io.github.predella.images.Image;
import io.github.predella.images.ImageLocation;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A form in which a list of images is written, one image after the other; closing ends it. For one thread. */
abstract class ListForm implements AutoCloseable {

    /** Writes the next image. */
    abstract void write(Image image);

    @Override
    public abstract void close();

    /** An array of objects; what is not known is null. */
    static ListForm json(OutputStream out) {
        return new Json(Jsons.generator(out));
    }

    /** A table as RFC 4180 has it, with a line of names; what is not known is empty. */
    static ListForm csv(OutputStream out) {
        return new Csv(new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    /** What is told about an image, by the API's names. */
    private static Map<String, Object> told(Image image) {
        var details = image.details();
        var told = new LinkedHashMap<String, Object>();
        told.put("id", image.id());
        told.put("name", details.name());
        told.put("status", image.status().wireName());
        told.put("visibility", image.visibility().wireName());
        told.put("owner", details.owner());
        told.put("disk_format", details.diskFormat());
        told.put("container_format", details.containerFormat());
        told.put("size", image.content().size());
        told.put("virtual_size", image.content().virtualSize());
        told.put("min_disk", (long) details.minDisk());
        told.put("min_ram", (long) details.minRam());
        told.put("protected", details.isProtected());
        told.put("os_hidden", details.hidden());
        told.put("tags", String.join(" ", details.tags()));
        told.put(
                "stores",
                image.readable().stream()
                        .map(ImageLocation::store)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining(" ")));
        told.put("checksum", image.content().checksum());
        told.put("os_hash_algo", image.content().hashAlgorithm());
        told.put("os_hash_value", image.content().hashValue());
        told.put("created_at", IsoTime.text(image.createdAt()));
        told.put("updated_at", IsoTime.text(image.updatedAt()));
        return told;
    }

    private static final class Json extends ListForm {

        private final JsonGenerator out;

        Json(JsonGenerator out) {
            this.out = out.writeStartArray();
        }

        @Override
        void write(Image image) {
            out.writeStartObject();
            told(image).forEach(this::member);
            out.writeEnd();
        }

        private void member(String name, Object value) {
            if (value == null) {
                out.writeNull(name);
            } else if (value instanceof Long number) {
                out.write(name, number);
            } else if (value instanceof Boolean flag) {
                out.write(name, flag);
            } else {
                out.write(name, value.toString());
            }
        }

        @Override
        public void close() {
            out.writeEnd().close();
        }
    }

    private static final class Csv extends ListForm {

        private static final String FORMULA = "=+-@\t\r";

        private final PrintWriter out;
        private boolean begun;

        Csv(PrintWriter out) {
            this.out = out;
        }

        @Override
        void write(Image image) {
            var told = told(image);
            begin(told);
            line(told.values().stream().map(value -> value == null ? "" : value.toString()));
        }

        private void begin(Map<String, Object> told) {
            if (!begun) {
                begun = true;
                line(told.keySet().stream());
            }
        }

        private void line(Stream<String> cells) {
            out.print(cells.map(Csv::cell).collect(Collectors.joining(",")));
            out.print("\r\n");
        }

        /** A text that a table would take for a formula is kept from being one. */
        private static String cell(String text) {
            String plain = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
            return plain.matches("(?s).*[\",\r\n].*") ? "\"" + plain.replace("\"", "\"\"") + "\"" : plain;
        }

        @Override
        public void close() {
            out.close();
        }
    }
}
