package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.testing.Images;
import io.github.predella.testing.StubbornStores;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadableCopiesTest {

    private final ReadableCopies copies = new ReadableCopies(new StubbornStores("fast", "slow").registry());

    @Test
    void heavierStoresAreReadFirstAndUnknownOnesLast() {
        var image = Images.active()
                .storedIn("lost", "tape://1")
                .storedIn("slow", "memory://slow/1")
                .storedIn("fast", "memory://fast/1")
                .done();

        assertEquals(List.of("fast", "slow", "lost"), stores(image));
    }

    @Test
    void withdrawnCopiesAreNotRead() {
        var withdrawn = ImageLocation.in("fast", "memory://fast/1").withdrawn();
        var image = Images.active().done();

        assertEquals(
                List.of("slow"), stores(image.with(List.of(withdrawn, ImageLocation.in("slow", "memory://slow/1")))));
    }

    @Test
    void storeThatNobodyNotedIsRecognisedByTheAddress() {
        var image = Images.active().done();
        var nameless = new ImageLocation(1L, "memory://slow/1", Map.of("k", "v"), ImageLocation.ACTIVE);

        var found = copies.of(image.with(List.of(nameless))).get(0);

        assertEquals(Map.of("k", "v", "store", "slow"), found.metadata());
    }

    @Test
    void rowThatIsNoAddressMakesNothingElseUnreadable() {
        var image = Images.active()
                .storedIn("elsewhere", "no address")
                .storedIn("slow", "memory://slow/1")
                .done();

        assertEquals(List.of("slow", "elsewhere"), stores(image));
    }

    private List<String> stores(Image image) {
        return copies.of(image).stream().map(ImageLocation::store).toList();
    }
}
