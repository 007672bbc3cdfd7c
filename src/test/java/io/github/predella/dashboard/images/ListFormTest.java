package io.github.predella.dashboard.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Jsons;
import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.images.ImageDetails;
import jakarta.json.JsonArray;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListFormTest {

    private static Image named(String name) {
        var details = ImageDetails.blank().name(name).owner("p").tag("lts").done();
        var created = Instant.parse("2026-03-02T10:14:00Z");
        return new Image("id-1", Image.Status.QUEUED, details, ImageContent.NONE, List.of(), created, created);
    }

    private static String csv(Image... images) {
        var out = new ByteArrayOutputStream();
        try (var form = ListForm.csv(out)) {
            List.of(images).forEach(form::write);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tableHasALineOfNamesAndOneForEachImage() {
        var lines = csv(named("a"), named("b")).lines().toList();

        assertEquals(3, lines.size());
        assertTrue(lines.get(0).startsWith("id,name,status,visibility,owner,"), lines.get(0));
        assertTrue(lines.get(1).startsWith("id-1,a,queued,shared,p,,,,,0,0,false,false,lts,"), lines.get(1));
    }

    @Test
    void tableOfNothingStillHasItsNames() {
        assertTrue(csv().startsWith("id,name,"));
    }

    @Test
    void cellsStayCellsWhateverTheyHold() {
        assertTrue(csv(named("a \"b\", c")).contains(",\"a \"\"b\"\", c\","));
        assertTrue(csv(named("=1+1")).contains(",'=1+1,"));
    }

    @Test
    void objectsHaveNullForWhatIsNotKnown() {
        var out = new ByteArrayOutputStream();
        try (var form = ListForm.json(out)) {
            form.write(named("镜像"));
        }

        JsonArray read = Jsons.reader(new StringReader(out.toString(StandardCharsets.UTF_8)))
                .readArray();
        assertEquals("镜像", read.getJsonObject(0).getString("name"));
        assertTrue(read.getJsonObject(0).isNull("size"));
        assertEquals(0, read.getJsonObject(0).getInt("min_disk"));
    }
}
