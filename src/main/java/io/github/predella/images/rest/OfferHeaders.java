package io.github.predella.images.rest;

import io.github.predella.images.ImportOffer;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.stream.Collectors;

/** What the answer to a new image says about the ways to fill it (images-api, "POST /images"). */
@ApplicationScoped
public class OfferHeaders {

    private ImportOffer offer;
    private StoreRegistry stores;

    /** For the container's proxy only. */
    protected OfferHeaders() {}

    @Inject
    public OfferHeaders(ImportOffer offer, StoreRegistry stores) {
        this.offer = offer;
        this.stores = stores;
    }

    ResponseBuilder addTo(ResponseBuilder answer) {
        var methods = offer.methods();
        if (!methods.isEmpty()) {
            answer.header("OpenStack-image-import-methods", String.join(",", methods));
        }
        if (stores.multiStore()) {
            answer.header(
                    "OpenStack-image-store-ids",
                    stores.all().stream().map(ConfiguredStore::id).collect(Collectors.joining(",")));
        }
        return answer;
    }
}
