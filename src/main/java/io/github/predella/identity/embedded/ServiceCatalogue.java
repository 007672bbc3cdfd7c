package io.github.predella.identity.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The services clients find by their token: this image service and this identity service, and the image services of
 * other regions that the operator names, each under one address for all three interfaces.
 *
 * @param regions the ids of the regions, the service's own first
 * @param services the services
 */
public record ServiceCatalogue(List<String> regions, List<Service> services) {

    /** The id of the image service, the same in every deployment. */
    public static final String IMAGE_SERVICE = serviceId("image");

    /** A service and where it is. */
    public record Service(String id, String type, String name, String description, List<Endpoint> endpoints) {}

    /** One address of a service. */
    public record Endpoint(String id, String service, String region, Interface side, String url) {}

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
    public static ServiceCatalogue at(String base, EmbeddedSettings settings) {
        var regions = new ArrayList<>(List.of(settings.region()));
        regions.addAll(settings.otherRegions().keySet());
        var images = new ArrayList<>(endpoints("image", "", settings.region(), base));
        settings.otherRegions()
                .forEach((region, address) -> images.addAll(endpoints("image", ":" + region, region, address)));
        return new ServiceCatalogue(
                List.copyOf(regions),
                List.of(
                        new Service(
                                serviceId("identity"),
                                "identity",
                                "keystone",
                                "Identity",
                                endpoints("identity", "", settings.region(), base + "/identity/v3")),
                        new Service(IMAGE_SERVICE, "image", "glance", "Images", List.copyOf(images))));
    }

    /** @param ending what sets the ids apart from those of the own region, which are the same whatever it is called */
    private static List<Endpoint> endpoints(String type, String ending, String region, String url) {
        return Stream.of(Interface.values())
                .map(side -> new Endpoint(
                        Ids.wellKnown("endpoint:" + type + ":" + side.text() + ending),
                        serviceId(type),
                        region,
                        side,
                        url))
                .toList();
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

    /**
     * The address of the image service in a region.
     *
     * @param region its id, in whatever letter case
     * @param side the name of the interface in the Identity API
     * @return without a version and without a slash at the end; empty when there is none
     */
    public Optional<String> imageService(String region, String side) {
        return endpoints().stream()
                .filter(endpoint -> endpoint.service().equals(IMAGE_SERVICE))
                .filter(endpoint -> endpoint.region().equalsIgnoreCase(region))
                .filter(endpoint -> endpoint.side().text().equals(side))
                .map(endpoint -> endpoint.url().replaceFirst("/+(v2/*)?$", ""))
                .findFirst();
    }
}
