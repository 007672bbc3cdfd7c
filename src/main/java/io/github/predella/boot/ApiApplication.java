package io.github.predella.boot;

import io.github.predella.cache.rest.CacheResource;
import io.github.predella.cache.rest.CachedImagesResource;
import io.github.predella.cache.rest.QueuedImagesResource;
import io.github.predella.data.rest.CacheQueueResource;
import io.github.predella.data.rest.ImageFileResource;
import io.github.predella.data.rest.StageResource;
import io.github.predella.data.rest.TusFilter;
import io.github.predella.data.rest.UploadSessionsResource;
import io.github.predella.images.rest.ActionsResource;
import io.github.predella.images.rest.ImagesResource;
import io.github.predella.images.rest.MembersResource;
import io.github.predella.images.rest.SchemasResource;
import io.github.predella.images.rest.StoresResource;
import io.github.predella.images.rest.TagsResource;
import io.github.predella.imports.rest.CopiesResource;
import io.github.predella.imports.rest.ImageTasksResource;
import io.github.predella.imports.rest.ImportResource;
import io.github.predella.imports.rest.LocationsResource;
import io.github.predella.info.InfoResource;
import io.github.predella.metadefs.rest.AssociationsResource;
import io.github.predella.metadefs.rest.MetaTagsResource;
import io.github.predella.metadefs.rest.MetadefSchemasResource;
import io.github.predella.metadefs.rest.NamespacesResource;
import io.github.predella.metadefs.rest.ObjectsResource;
import io.github.predella.metadefs.rest.PropertiesResource;
import io.github.predella.metadefs.rest.ResourceTypesResource;
import io.github.predella.rest.CallerFilter;
import io.github.predella.rest.FaultMapper;
import io.github.predella.rest.HeadAnswer;
import io.github.predella.rest.HttpShape;
import io.github.predella.rest.NoBodyFilter;
import io.github.predella.rest.ThrowableMapper;
import io.github.predella.rest.UnreadBody;
import io.github.predella.tasks.rest.TaskSchemasResource;
import io.github.predella.tasks.rest.TasksResource;
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
                HeadAnswer.class,
                UnreadBody.class,
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
                StoresResource.class,
                ImageTasksResource.class,
                ImportResource.class,
                CopiesResource.class,
                StageResource.class,
                UploadSessionsResource.class,
                TusFilter.class,
                CacheResource.class,
                CacheQueueResource.class,
                CachedImagesResource.class,
                QueuedImagesResource.class,
                TasksResource.class,
                TaskSchemasResource.class,
                NamespacesResource.class,
                ObjectsResource.class,
                PropertiesResource.class,
                MetaTagsResource.class,
                AssociationsResource.class,
                ResourceTypesResource.class,
                MetadefSchemasResource.class,
                InfoResource.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return JaxRs.properties();
    }
}
