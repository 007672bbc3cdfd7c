package io.github.predella.dashboard.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeAddressTest {

    @Test
    void addressSaysWhatAndWhichAndWhereto() {
        assertEquals(
                "/dashboard/images/change?do=make-private&id=a&id=b&back=%2Fdashboard%2Fimages%3Ftag%3Dx",
                ChangeAddress.of(Change.MAKE_PRIVATE, List.of("a", "b"), "/dashboard/images?tag=x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard/images",
                "/dashboard/images/8314a0a6",
                "/dashboard/images?tag=x&at=26",
                "/dashboard/admin/images?q=a"
            })
    void wayBackLeadsToImages(String address) {
        assertEquals(address, ChangeAddress.back(address));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/dashboard/images",
                "/dashboard/images//elsewhere.example",
                "/dashboard/images\r\nSet-Cookie: a=b",
                "/dashboard/imagesque",
                "javascript:alert(1)"
            })
    void wayBackNeverLeadsElsewhere(String address) {
        assertEquals("/dashboard/images", ChangeAddress.back(address));
    }
}
