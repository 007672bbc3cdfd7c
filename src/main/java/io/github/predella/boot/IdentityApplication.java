package io.github.predella.boot;

import io.github.predella.identity.embedded.rest.EmbeddedIdentityResources;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The built-in identity service, the Identity API v3. */
@ApplicationPath("identity/v3")
public class IdentityApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return EmbeddedIdentityResources.classes();
    }

    @Override
    public Map<String, Object> getProperties() {
        return JaxRs.properties();
    }
}
