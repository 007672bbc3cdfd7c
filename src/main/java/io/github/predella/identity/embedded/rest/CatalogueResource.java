package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.Authority;
import io.github.predella.identity.embedded.EmbeddedSettings;
import io.github.predella.identity.embedded.IdentityFaults;
import io.github.predella.identity.embedded.ServiceCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** {@code /regions}, {@code /services} and {@code /endpoints}: they follow from the deployment and cannot be changed. */
@ApplicationScoped
@Path("")
public class CatalogueResource {

    private EmbeddedSettings settings;
    private Asker asker;

    /** For the container's proxy only. */
    protected CatalogueResource() {}

    @Inject
    public CatalogueResource(EmbeddedSettings settings, Asker asker) {
        this.settings = settings;
        this.asker = asker;
    }

    @GET
    @Path("regions")
    public Response regions() {
        asker.token();
        return IdentityAnswer.list("regions", catalogue().regions(), json()::region, asker.links());
    }

    @GET
    @Path("regions/{id}")
    public Response region(@PathParam("id") String id) {
        asker.token();
        if (!catalogue().regions().contains(id)) {
            throw IdentityFaults.unknown("region", id);
        }
        return IdentityAnswer.of(200, "region", json().region(id));
    }

    @GET
    @Path("services")
    public Response services(@QueryParam("type") String type, @QueryParam("name") String name) {
        Authority.requireOverview(asker.token(), "list_services");
        var found = catalogue().services().stream()
                .filter(service -> type == null || type.equals(service.type()))
                .filter(service -> name == null || name.equals(service.name()))
                .toList();
        return IdentityAnswer.list("services", found, json()::service, asker.links());
    }

    @GET
    @Path("services/{id}")
    public Response service(@PathParam("id") String id) {
        Authority.requireOverview(asker.token(), "get_service");
        var found = catalogue().services().stream()
                .filter(service -> service.id().equals(id))
                .findFirst()
                .orElseThrow(() -> IdentityFaults.unknown("service", id));
        return IdentityAnswer.of(200, "service", json().service(found));
    }

    @GET
    @Path("endpoints")
    public Response endpoints(
            @QueryParam("interface") String side,
            @QueryParam("service_id") String service,
            @QueryParam("region_id") String region) {
        Authority.requireOverview(asker.token(), "list_endpoints");
        var found = catalogue().endpoints().stream()
                .filter(endpoint -> side == null || side.equals(endpoint.side().text()))
                .filter(endpoint -> service == null || service.equals(endpoint.service()))
                .filter(endpoint -> region == null || region.equals(endpoint.region()))
                .toList();
        return IdentityAnswer.list("endpoints", found, json()::endpoint, asker.links());
    }

    @GET
    @Path("endpoints/{id}")
    public Response endpoint(@PathParam("id") String id) {
        Authority.requireOverview(asker.token(), "get_endpoint");
        var found = catalogue().endpoints().stream()
                .filter(endpoint -> endpoint.id().equals(id))
                .findFirst()
                .orElseThrow(() -> IdentityFaults.unknown("endpoint", id));
        return IdentityAnswer.of(200, "endpoint", json().endpoint(found));
    }

    private ServiceCatalogue catalogue() {
        return ServiceCatalogue.at(asker.links().base(), settings);
    }

    private CatalogueJson json() {
        return new CatalogueJson(asker.links());
    }
}
