package io.github.predella.dashboard.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.testing.Api;
import io.github.predella.testing.SharedServer;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

/** Who is told of changes; what is told, browsers try. */
@SharedServer
@RunAsClient
public class EventsIT {

    @ArquillianResource
    private URL address;

    @Test
    public void strangersAreToldNothing() {
        var server = URI.create(address.toString());

        assertEquals(401, Api.stranger(server).get("/dashboard/events").statusCode());
        assertEquals(401, Api.admin(server).get("/dashboard/events").statusCode());
    }
}
