package io.github.predella.info;

import io.github.predella.config.Settings;
import io.github.predella.core.Jsons;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The minor versions of the API that this configuration offers, newest first (images-api, "Versions and negotiation").
 * They only tell what is there; no answer depends on which of them a caller names.
 */
@ApplicationScoped
public class ApiVersions {

    private boolean caching;
    private boolean multiStore;

    /** For the container's proxy only. */
    protected ApiVersions() {}

    @Inject
    public ApiVersions(Settings settings, StoreRegistry stores) {
        this.caching = !settings.sectionTexts("DEFAULT")
                .getOrDefault("image_cache_dir", "")
                .isBlank();
        this.multiStore = stores.multiStore();
    }

    /** Whether a caller may name the version, as {@code v2} or {@code v2.7}. */
    public boolean offers(String version) {
        return version.equals("v2")
                || listed().stream().anyMatch(one -> one.id().equals(version));
    }

    /**
     * The list of versions.
     *
     * @param base the address of the service, without a slash at the end
     */
    public JsonObject document(String base) {
        var versions = Jsons.array();
        for (Version version : listed()) {
            versions.add(Jsons.object()
                    .add("id", version.id())
                    .add("status", version.status())
                    .add(
                            "links",
                            Jsons.array().add(Jsons.object().add("rel", "self").add("href", base + "/v2/"))));
        }
        return Jsons.object().add("versions", versions).build();
    }

    private record Version(String id, String status) {}

    private List<Version> listed() {
        var list = new ArrayList<Version>();
        if (caching) {
            list.add(current("v2.18"));
            addSupported(list, "v2.17", "v2.16", "v2.15", "v2.14");
        } else {
            addSupported(list, "v2.15");
        }
        if (multiStore) {
            addSupported(list, "v2.13", "v2.12", "v2.11", "v2.10", "v2.9", "v2.8");
        } else {
            addSupported(list, "v2.9");
        }
        if (!caching) {
            list.add(current("v2.17"));
        }
        addSupported(list, "v2.7", "v2.6", "v2.5", "v2.4", "v2.3", "v2.2", "v2.1", "v2.0");
        return list;
    }

    private static Version current(String id) {
        return new Version(id, "CURRENT");
    }

    private static void addSupported(List<Version> list, String... ids) {
        for (String id : ids) {
            list.add(new Version(id, "SUPPORTED"));
        }
    }
}
