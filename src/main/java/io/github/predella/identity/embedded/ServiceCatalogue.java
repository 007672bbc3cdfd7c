package io.github.predella.identity.embedded;

import java.util.List;
import java.util.stream.Stream;

/**
 * The services clients find by their token: this image service and this identity service, in one region, each under one
 * address for all three interfaces.
 *
 * @param region the id of the region
 * @param services the services
 */
public record ServiceCatalogue(String region, List<Service> services) {

    /** The id of the image service, the same in every deployment. */
    public static final String IMAGE_SERVICE = serviceId("image");

    /** A service and where it is. */
    public record Service(String id, String type, String name, String description, List<Endpoint> endpoints) {}

    /** One address of a service. */
    public record Endpoint(String id, String service, Interface side, String url) {}

    /** For whom an address is. */
    public enum Interface {
        PUBLIC("public"),
        INTERNAL("internal"),
        ADMIN("admin");

        private final String text;

        Interface(String text) {
            this.text = text;
        }

        /** The name in the Identity API. */
        public String text() {
            return text;
        }
    }

    /**
     * The catalogue of a deployment.
     *
     * @param base the address clients reach it under, without a slash at the end
     */
    public static ServiceCatalogue at(String base, String region) {
        return new ServiceCatalogue(
                region,
                List.of(
                        service("identity", "keystone", "Identity", base + "/identity/v3"),
                        service("image", "glance", "Images", base)));
    }

    private static Service service(String type, String name, String description, String url) {
        var id = serviceId(type);
        var endpoints = Stream.of(Interface.values())
                .map(side -> new Endpoint(Ids.wellKnown("endpoint:" + type + ":" + side.text()), id, side, url))
                .toList();
        return new Service(id, type, name, description, endpoints);
    }

    private static String serviceId(String type) {
        return Ids.wellKnown("service:" + type);
    }

    /** All endpoints of all services. */
    public List<Endpoint> endpoints() {
        return services.stream()
                .flatMap(service -> service.endpoints().stream())
                .toList();
    }
}
