package io.github.predella.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.images.Image;
import io.github.predella.images.ReadableCopies;
import io.github.predella.testing.Images;
import io.github.predella.testing.StubbornStores;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stores get the data of an import, of three that there are, the first one being the usual one. */
class StoreChoiceTest {

    private static final Image EMPTY = Images.queued().done();
    private static final Image IN_B =
            Images.active().storedIn("b", "memory://b/x").done();

    private final StubbornStores three = new StubbornStores("a", "b", "c");
    private final StubbornStores one = StubbornStores.single("a");

    private static List<String> chosen(StubbornStores stores, String wish, String header, Image image) {
        var body = "{'method':{'name':'any'}" + (wish == null ? "" : "," + wish) + "}";
        try (var reader = Jsons.reader(new StringReader(body.replace('\'', '"')))) {
            var request = ImportRequest.of(reader.readObject());
            return new StoreChoice(stores.registry(), new ReadableCopies(stores.registry())).of(request, header, image);
        }
    }

    private static Fault.Kind refused(StubbornStores stores, String wish, String header, Image image) {
        return assertThrows(Fault.class, () -> chosen(stores, wish, header, image))
                .kind();
    }

    @Test
    void withoutAWishItIsTheUsualOne() {
        assertEquals(List.of("a"), chosen(three, null, null, EMPTY));
        assertEquals(List.of("a"), chosen(three, "'stores':[]", "", EMPTY));
    }

    @Test
    void storesAreServedInTheOrderOfTheRequestAndOnce() {
        assertEquals(List.of("c", "a"), chosen(three, "'stores':['c','a','c']", null, EMPTY));
        assertEquals(List.of("b"), chosen(three, null, "b", EMPTY));
        assertEquals(List.of("b"), chosen(three, "'stores':['b']", "b", EMPTY));
    }

    @Test
    void allAreThoseThatHaveNotGotIt() {
        assertEquals(List.of("a", "b", "c"), chosen(three, "'all_stores':true", null, EMPTY));
        assertEquals(List.of("a", "c"), chosen(three, "'all_stores':true", null, IN_B));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'all_stores':true,'stores':['a']|", "'all_stores':true|a", "'stores':['a','b']|a"})
    void oneWishIsEnough(String wish, String header) {
        assertEquals(Fault.Kind.INVALID, refused(three, wish, header, EMPTY));
    }

    @Test
    void unknownStoresAndThoseThatHaveItAreRefused() {
        assertEquals(Fault.Kind.CONFLICT, refused(three, "'stores':['a','z']", null, EMPTY));
        assertEquals(Fault.Kind.CONFLICT, refused(three, "'stores':['os_glance_staging_store']", null, EMPTY));
        assertEquals(Fault.Kind.INVALID, refused(three, "'stores':['b']", null, IN_B));
    }

    @Test
    void aPlaceThatIsStillBeingClearedIsNotChosen() {
        var clearing = Images.queued().storedIn("b", "memory://b/x").done();
        var image = clearing.with(List.of(clearing.locations().get(0).withdrawn()));

        assertEquals(Fault.Kind.CONFLICT, refused(three, "'stores':['b']", null, image));
        assertEquals(List.of("a"), chosen(three, null, null, image));
    }

    @Test
    void aSingleStoreIsTakenWhateverIsWished() {
        assertEquals(List.of("a"), chosen(one, null, null, EMPTY));
        assertEquals(List.of("a"), chosen(one, "'all_stores':true", null, EMPTY));
        assertEquals(List.of("a"), chosen(one, "'stores':['z']", null, EMPTY));
    }

    @Test
    void aSingleStoreHasNoFurtherCopiesAndNoChoice() {
        var there = Images.active().storedIn("a", "memory://a/x").done();

        assertEquals(Fault.Kind.INVALID, refused(one, null, null, there));
        assertEquals(Fault.Kind.INVALID, refused(one, "'all_stores_must_succeed':false", null, EMPTY));
    }
}
