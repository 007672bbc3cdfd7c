package io.github.predella.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.flow.DigestValues;
import io.github.predella.testing.Images;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteImageTest {

    private static final String ID = "11111111-2222-4333-8444-555555555555";

    private final RemoteSettings settings = new RemoteSettings(List.of("hw_", "os_", "trait:", "st"));

    private static JsonObject json(String text) {
        try (var reader = Jsons.reader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    private static RemotePlace place(String more) {
        return RemotePlace.of(new ImportRequest(
                json("{'method':{'name':'glance-download','glance_image_id':'" + ID + "'" + more + "}}")));
    }

    @Test
    void imageIsReadAsFarAsItTells() {
        var full = RemoteImage.of(json("{'status':'active','size':7,'disk_format':'raw','container_format':'bare',"
                + "'checksum':'c','os_hash_algo':'sha512','os_hash_value':'d','min_ram':3,'hw_x':'1','locations':[]}"));
        var bare = RemoteImage.of(json("{'status':'queued','size':null,'disk_format':null}"));

        assertTrue(full.isActive());
        assertEquals(7, full.size());
        assertEquals("1", full.properties().get("hw_x"));
        assertFalse(bare.isActive());
        assertEquals(-1, bare.size());
        assertEquals(null, bare.diskFormat());
    }

    @Test
    void wantedPropertiesAndFormatsAreTakenOver() {
        var before = Images.queued()
                .formats("iso", "ovf")
                .with("hw_a", "old")
                .with("hw_b", "mine")
                .with("own", "stays")
                .done()
                .details();
        var remote =
                RemoteImage.of(json("{'status':'active','disk_format':'raw','container_format':'bare','hw_a':'new',"
                        + "'trait:X':'required','own':'other','os_hidden':'x','os_hash_value':'d','os_glance_import_task':'t',"
                        + "'os_type':'linux'}"));

        var after = remote.describe(before, settings::copies);

        assertEquals("raw", after.diskFormat());
        assertEquals("bare", after.containerFormat());
        assertEquals(
                Map.of("hw_a", "new", "hw_b", "mine", "own", "stays", "trait:X", "required", "os_type", "linux"),
                after.properties());
    }

    @ParameterizedTest
    @CsvSource({
        "sha512, dd, c, true",
        "SHA512, DD, other, true",
        "sha512, ee, c, false",
        "sha256, ee, c, true",
        "sha256, ee, C, true",
        "sha256, ee, other, false",
        ", , c, true",
        ", , other, false",
        ", , , true"
    })
    void dataFitsWhenTheDigestsThatBothTellAreTheSame(String algorithm, String digest, String checksum, boolean fits) {
        var remote = new RemoteImage("active", 1, "raw", "bare", checksum, algorithm, digest, Map.of());

        assertEquals(fits, remote.fits(new DigestValues("c", "sha512", "dd")));
    }

    @Test
    void requestNamesRegionImageAndInterface() {
        assertEquals(new RemotePlace("two", ID, "public"), place(",'glance_region':'two'"));
        assertEquals(
                new RemotePlace("two", ID, "internal"),
                place(",'glance_region':'two','glance_service_interface':'internal'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",'glance_region':5",
                ",'glance_region':' '",
                ",'glance_region':'two','glance_service_interface':'secret'",
                ",'glance_region':'two','glance_service_interface':7",
                ",'glance_region':'two','glance_image_id':'../../etc'"
            })
    void requestThatDoesNotIsRefused(String more) {
        assertThrows(Fault.class, () -> place(more));
    }
}
