package io.github.predella.info;

import io.github.predella.core.Fault;
import io.github.predella.imports.ImportMethods;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.PolicyTarget;
import io.github.predella.quota.UsageService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.JsonAnswer;
import io.github.predella.rest.NoBody;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.TreeMap;

/** {@code /v2/info}. */
@ApplicationScoped
@Path("info")
public class InfoResource {

    private ImportMethods methods;
    private StoreRegistry stores;
    private Enforcer enforcer;
    private UsageService usage;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected InfoResource() {}

    @Inject
    public InfoResource(
            ImportMethods methods, StoreRegistry stores, Enforcer enforcer, UsageService usage, CurrentCaller caller) {
        this.methods = methods;
        this.stores = stores;
        this.enforcer = enforcer;
        this.usage = usage;
        this.caller = caller;
    }

    /** The ways of importing that are offered. */
    @GET
    @Path("import")
    @NoBody
    public Response importMethods() {
        return JsonAnswer.of(200, json -> {
                    json.writeStartObject().writeStartObject("import-methods");
                    json.write("description", "Import methods available.");
                    json.write("type", "array");
                    json.writeStartArray("value");
                    methods.methods().forEach(json::write);
                    json.writeEnd();
                    json.writeEnd().writeEnd();
                })
                .build();
    }

    @GET
    @Path("stores")
    @NoBody
    public Response stores() {
        requireStores();
        return JsonAnswer.of(200, json -> {
                    json.writeStartObject().writeStartArray("stores");
                    stores.all().forEach(store -> {
                        json.writeStartObject();
                        writeStore(json, store);
                        json.writeEnd();
                    });
                    json.writeEnd().writeEnd();
                })
                .build();
    }

    @GET
    @Path("stores/detail")
    @NoBody
    public Response storesDetail() {
        enforcer.require(caller.get(), InfoPermission.STORES_INFO_DETAIL, PolicyTarget.none());
        requireStores();
        return JsonAnswer.of(200, json -> {
                    json.writeStartObject().writeStartArray("stores");
                    stores.all().forEach(store -> {
                        json.writeStartObject();
                        writeStore(json, store);
                        json.write("type", store.type());
                        json.write("weight", store.weight());
                        json.writeStartObject("properties");
                        new TreeMap<>(store.store().properties())
                                .forEach((key, value) -> writeProperty(json, key, value));
                        json.writeEnd().writeEnd();
                    });
                    json.writeEnd().writeEnd();
                })
                .build();
    }

    /** What the project has used of its limits; empty where no limits count. */
    @GET
    @Path("usage")
    public Response usage() {
        var lines = usage.of(caller.get().project());
        return JsonAnswer.of(200, json -> {
                    json.writeStartObject().writeStartObject("usage");
                    lines.forEach(line -> json.writeStartObject(line.limit().wireName())
                            .write("usage", line.used())
                            .write("limit", line.allowed())
                            .writeEnd());
                    json.writeEnd().writeEnd();
                })
                .build();
    }

    private void requireStores() {
        if (!stores.multiStore()) {
            throw Fault.notFound("Multi backend is not supported at this site.");
        }
    }

    /** The marks are texts, and absent rather than false: that is how clients look for them. */
    private static void writeStore(JsonGenerator json, ConfiguredStore store) {
        json.write("id", store.id());
        if (store.description() != null) {
            json.write("description", store.description());
        }
        if (store.isDefault()) {
            json.write("default", "true");
        }
        if (!store.writable()) {
            json.write("read-only", "true");
        }
    }

    private static void writeProperty(JsonGenerator json, String key, Object value) {
        if (value instanceof Boolean truth) {
            json.write(key, truth);
        } else if (value instanceof Number number) {
            json.write(key, number.longValue());
        } else {
            json.write(key, value.toString());
        }
    }
}
