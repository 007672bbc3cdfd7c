package io.github.predella.info;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.SharedServer;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

/** What load balancers ask. */
@SharedServer
@RunAsClient
public class HealthcheckIT {

    @ArquillianResource
    private URL address;

    @Test
    public void anybodyIsToldThatTheServiceAnswers() {
        var answer = Api.stranger(URI.create(address.toString())).get("/healthcheck");

        assertEquals(200, answer.statusCode());
        assertEquals("OK", answer.body());
        assertEquals(
                "text/plain; charset=UTF-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.headers().firstValue("x-openstack-request-id").isEmpty());
    }
}
