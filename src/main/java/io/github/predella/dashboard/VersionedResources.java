package io.github.predella.dashboard;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Puts a sum of the content behind the addresses of our own style sheets, scripts and fonts, so that browsers may keep
 * them for long and still get those of a new version; named in {@code faces-config.xml}.
 */
public class VersionedResources extends ResourceHandlerWrapper {

    private static final String LIBRARY = "predella";

    private final Map<String, String> versions = new ConcurrentHashMap<>();

    public VersionedResources(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Resource createResource(String name, String library) {
        var resource = super.createResource(name, library);
        return resource != null && LIBRARY.equals(library)
                ? new Versioned(resource, versions.computeIfAbsent(name, ours -> sum(resource)))
                : resource;
    }

    private static String sum(Resource resource) {
        try (var content = resource.getInputStream()) {
            var sum = new CRC32();
            sum.update(content.readAllBytes());
            return Long.toHexString(sum.getValue());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Versioned extends ResourceWrapper {

        private final String version;

        Versioned(Resource wrapped, String version) {
            super(wrapped);
            this.version = version;
        }

        @Override
        public String getRequestPath() {
            String path = super.getRequestPath();
            return path + (path.contains("?") ? "&" : "?") + "v=" + version;
        }
    }
}
