package io.github.predella.identity.keystone;

import io.github.predella.identity.keystone.Memory.Learnt;
import io.github.predella.quota.Limit;
import io.github.predella.quota.Limits;
import io.github.predella.quota.LimitsUnknown;
import io.github.predella.quota.ProjectLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The limits that Keystone keeps for projects: a project's own, or else the registered default; what is not registered
 * is 0. What was read counts for a few seconds. It is never read inside a transaction.
 */
@ApplicationScoped
@Typed(KeystoneLimits.class)
public class KeystoneLimits implements Limits {

    private static final int OK = 200;
    private static final int MOST = 10_000;
    private static final Duration KEEP = Duration.ofSeconds(5);
    private static final Duration KEEP_OWNER = Duration.ofMinutes(5);
    private static final String NOBODY = "";

    private KeystoneClient keystone;
    private LimitSettings settings;
    private String region;
    private Clock clock;
    private Memory<ProjectLimits> memory;
    private Memory<String> owner;

    /** For the container's proxy only. */
    protected KeystoneLimits() {}

    @Inject
    public KeystoneLimits(Keystones keystones, LimitSettings settings, KeystoneSettings tokens, Clock clock) {
        this(keystones.forLimits(), settings, tokens.region(), clock);
    }

    KeystoneLimits(KeystoneClient keystone, LimitSettings settings, String ownRegion, Clock clock) {
        this.keystone = keystone;
        this.settings = settings;
        this.region = settings.region() == null ? ownRegion : settings.region();
        this.clock = clock;
        this.memory = new Memory<>(clock, MOST);
        this.owner = new Memory<>(clock, 1);
    }

    @Override
    public ProjectLimits of(String project) {
        var known = memory.peek(key(project));
        if (known == null) {
            throw new LimitsUnknown(project);
        }
        return known;
    }

    @Override
    public void learn(String project) {
        memory.get(
                key(project), () -> new Learnt<>(read(project), clock.instant().plus(KEEP), true));
    }

    private static String key(String project) {
        return project == null ? NOBODY : project;
    }

    private ProjectLimits read(String project) {
        String place = owner.get("", () -> new Learnt<>(place(), clock.instant().plus(KEEP_OWNER), true));
        var limits = ProjectLimits.NONE;
        var registered = list("/registered_limits?" + place, "registered_limits");
        for (Limit limit : Limit.values()) {
            limits = limits.with(limit, amount(registered, limit, "default_limit", 0));
        }
        if (project != null) {
            var own = list("/limits?" + place + "&project_id=" + encoded(project), "limits");
            for (Limit limit : Limit.values()) {
                limits = limits.with(limit, amount(own, limit, "resource_limit", limits.of(limit)));
            }
        }
        return limits;
    }

    private static long amount(List<JsonObject> limits, Limit limit, String member, long otherwise) {
        return limits.stream()
                .filter(one -> one.getString("resource_name", "").equals(limit.wireName()))
                .filter(one -> one.get(member) instanceof JsonNumber)
                .map(one -> one.getJsonNumber(member).longValue())
                .findFirst()
                .orElse(otherwise);
    }

    /** Whose limits they are, as a part of an address. */
    private String place() {
        var endpoint = settings.endpointId() == null ? lookedUp() : endpoint(settings.endpointId());
        String where = endpoint.getString("region_id", "");
        return "service_id=" + encoded(TokenReader.text(endpoint, "service_id")) + "&region_id=" + encoded(where);
    }

    private JsonObject endpoint(String id) {
        var answer = keystone.get("/endpoints/" + encoded(id));
        if (answer.status() != OK) {
            throw KeystoneFaults.noLimits("[oslo_limit] endpoint_id: it answers " + answer.status());
        }
        return TokenReader.object(answer.body(), "endpoint");
    }

    private JsonObject lookedUp() {
        String name = settings.serviceName() == null ? "" : "&name=" + encoded(settings.serviceName());
        var service = only("/services?type=" + encoded(settings.serviceType()) + name, "services");
        String where = region == null ? "" : "&region_id=" + encoded(region);
        return only(
                "/endpoints?service_id=" + encoded(TokenReader.text(service, "id")) + "&interface="
                        + encoded(settings.side().replaceFirst("URL$", "")) + where,
                "endpoints");
    }

    private JsonObject only(String path, String name) {
        var found = list(path, name);
        if (found.size() != 1) {
            throw KeystoneFaults.noLimits("there are " + found.size() + " " + name + " that [oslo_limit] can mean");
        }
        return found.get(0);
    }

    private List<JsonObject> list(String path, String name) {
        var answer = keystone.get(path);
        if (answer.status() != OK) {
            throw KeystoneFaults.noLimits("it answers " + answer.status() + " to the question for " + name);
        }
        return TokenReader.objects(answer.body(), name);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
