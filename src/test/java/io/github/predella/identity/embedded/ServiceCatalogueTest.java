package io.github.predella.identity.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.config.Seconds;
import io.github.predella.identity.embedded.ServiceCatalogue.Endpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceCatalogueTest {

    private static final String HERE = "http://here:9292";

    private static ServiceCatalogue catalogue() {
        var others = new LinkedHashMap<String, String>();
        others.put("two", "http://two:9292");
        others.put("three", "https://three/image/v2/");
        return ServiceCatalogue.at(HERE, settings(others));
    }

    private static EmbeddedSettings settings(Map<String, String> others) {
        return new EmbeddedSettings(new Seconds(3600), null, "RegionOne", others);
    }

    @ParameterizedTest
    @CsvSource({
        "RegionOne, public, http://here:9292",
        "regionone, admin, http://here:9292",
        "two, public, http://two:9292",
        "TWO, internal, http://two:9292",
        "three, public, https://three/image",
        "four, public, ",
        "two, secret, "
    })
    void imageServiceOfARegionIsFound(String region, String side, String address) {
        assertEquals(Optional.ofNullable(address), catalogue().imageService(region, side));
    }

    @Test
    void everyRegionIsThereAndEveryEndpointHasItsOwnId() {
        var catalogue = catalogue();

        assertEquals(List.of("RegionOne", "two", "three"), catalogue.regions());
        assertEquals(12, catalogue.endpoints().size());
        assertEquals(
                12, catalogue.endpoints().stream().map(Endpoint::id).distinct().count());
    }

    @Test
    void otherRegionsDoNotChangeTheIdsOfOnesOwn() {
        var alone = ServiceCatalogue.at(HERE, settings(Map.of())).endpoints().stream()
                .map(Endpoint::id)
                .collect(Collectors.toSet());

        assertEquals(
                alone,
                catalogue().endpoints().stream()
                        .filter(endpoint -> endpoint.region().equals("RegionOne"))
                        .map(Endpoint::id)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({"regionONE, http://two", "two, two:9292", "two, ftp://two", "two, http://", "two, http://a b"})
    void regionThatCannotBeIsRefused(String region, String address) {
        var wrong = Map.of(region, address);

        assertThrows(IllegalArgumentException.class, () -> settings(wrong));
    }
}
