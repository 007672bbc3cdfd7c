package io.github.predella.identity.keystone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Fault;
import io.github.predella.quota.Limit;
import io.github.predella.quota.LimitsUnknown;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeystoneLimitsTest {

    private static final String PLACE = "service_id=s1&region_id=RegionOne";
    private static final String ENDPOINTS = "/v3/endpoints?service_id=s1&interface=public&region_id=RegionOne";

    private final KeystoneFixture fixture = new KeystoneFixture();
    private final KeystoneLimits limits = new KeystoneLimits(
            fixture.client(),
            new LimitSettings(
                    null,
                    "password",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "image",
                    null,
                    null,
                    "public"),
            "RegionOne",
            fixture.clock());

    @BeforeEach
    void describe() {
        var keystone = fixture.keystone();
        keystone.document("/v3/services?type=image", "{\"services\":[{\"id\":\"s1\"}]}");
        keystone.document(
                ENDPOINTS, "{\"endpoints\":[{\"id\":\"e1\",\"service_id\":\"s1\",\"region_id\":\"RegionOne\"}]}");
        keystone.document("/v3/registered_limits?" + PLACE, """
                {"registered_limits":[{"resource_name":"image_count_total","default_limit":10},
                {"resource_name":"image_size_total","default_limit":-1},
                {"resource_name":"servers","default_limit":4}]}""");
        keystone.document("/v3/limits?" + PLACE + "&project_id=p1", """
                {"limits":[{"resource_name":"image_count_total","resource_limit":20}]}""");
        keystone.document("/v3/limits?" + PLACE + "&project_id=p2", "{\"limits\":[]}");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void limitsHaveToBeLearntFirst() {
        var unknown = assertThrows(LimitsUnknown.class, () -> limits.of("p1"));

        assertEquals("p1", unknown.project());
    }

    @Test
    void aProjectsOwnStandsOverTheRegisteredAndWhatIsNotRegisteredIsZero() {
        limits.learn("p1");
        limits.learn("p2");
        limits.learn(null);

        assertEquals(20, limits.of("p1").of(Limit.IMAGE_COUNT_TOTAL));
        assertEquals(10, limits.of("p2").of(Limit.IMAGE_COUNT_TOTAL));
        assertEquals(10, limits.of(null).of(Limit.IMAGE_COUNT_TOTAL));
        assertEquals(-1, limits.of("p1").of(Limit.IMAGE_SIZE_TOTAL));
        assertEquals(0, limits.of("p1").of(Limit.IMAGE_STAGE_TOTAL));
    }

    @Test
    void theyCountForAFewSeconds() {
        limits.learn("p1");

        fixture.advance(Duration.ofSeconds(4));
        assertEquals(20, limits.of("p1").of(Limit.IMAGE_COUNT_TOTAL));

        fixture.advance(Duration.ofSeconds(1));
        assertThrows(LimitsUnknown.class, () -> limits.of("p1"));
    }

    @Test
    void whatCannotBeReadIsAFault() {
        fixture.keystone().breakWith(500);

        var fault = assertThrows(Fault.class, () -> limits.learn("p1"));

        assertEquals(Fault.Kind.UNAVAILABLE, fault.kind());
        assertThrows(LimitsUnknown.class, () -> limits.of("p1"));
    }

    @Test
    void anEndpointThatIsNotTheOnlyOneIsAFault() {
        fixture.keystone().document(ENDPOINTS, "{\"endpoints\":[]}");

        var fault = assertThrows(Fault.class, () -> limits.learn("p1"));

        assertEquals(Fault.Kind.UNAVAILABLE, fault.kind());
    }
}
