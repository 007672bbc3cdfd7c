package io.github.predella.boot;

import io.github.predella.data.rest.ImageFileResource;
import io.github.predella.images.rest.ActionsResource;
import io.github.predella.images.rest.ImagesResource;
import io.github.predella.images.rest.LocationsResource;
import io.github.predella.images.rest.MembersResource;
import io.github.predella.images.rest.SchemasResource;
import io.github.predella.images.rest.TagsResource;
import io.github.predella.info.InfoResource;
import io.github.predella.rest.CallerFilter;
import io.github.predella.rest.FaultMapper;
import io.github.predella.rest.HttpShape;
import io.github.predella.rest.NoBodyFilter;
import io.github.predella.rest.ThrowableMapper;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The Image API v2. Its classes are listed, so that nothing is served that nobody decided to serve. */
@ApplicationPath("v2")
public class ApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                CallerFilter.class,
                HttpShape.class,
                NoBodyFilter.class,
                FaultMapper.class,
                ThrowableMapper.class,
                ImageFileResource.class,
                ImagesResource.class,
                ActionsResource.class,
                TagsResource.class,
                MembersResource.class,
                LocationsResource.class,
                SchemasResource.class,
                InfoResource.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return JaxRs.properties();
    }
}
