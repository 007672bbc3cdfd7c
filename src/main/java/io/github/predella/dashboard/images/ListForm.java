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
import java.util.List;
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

    /** The names of what is told, in their order. */
    private static final List<String> NAMES = List.of(
            "id",
            "name",
            "status",
            "visibility",
            "owner",
            "disk_format",
            "container_format",
            "size",
            "virtual_size",
            "min_disk",
            "min_ram",
            "protected",
            "os_hidden",
            "tags",
            "stores",
            "checksum",
            "os_hash_algo",
            "os_hash_value",
            "created_at",
            "updated_at");

    /** What is told about an image, by the API's names. */
    private static Map<String, Object> told(Image image) {
        var details = image.details();
        String stores = image.readable().stream()
                .map(ImageLocation::store)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" "));
        var values = new Object[] {
            image.id(),
            details.name(),
            image.status().wireName(),
            image.visibility().wireName(),
            details.owner(),
            details.diskFormat(),
            details.containerFormat(),
            image.content().size(),
            image.content().virtualSize(),
            (long) details.minDisk(),
            (long) details.minRam(),
            details.isProtected(),
            details.hidden(),
            String.join(" ", details.tags()),
            stores,
            image.content().checksum(),
            image.content().hashAlgorithm(),
            image.content().hashValue(),
            IsoTime.text(image.createdAt()),
            IsoTime.text(image.updatedAt())
        };
        var told = new LinkedHashMap<String, Object>();
        for (int i = 0; i < values.length; i++) {
            told.put(NAMES.get(i), values[i]);
        }
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

        Csv(PrintWriter out) {
            this.out = out;
            line(NAMES.stream());
        }

        @Override
        void write(Image image) {
            line(told(image).values().stream().map(value -> value == null ? "" : value.toString()));
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
