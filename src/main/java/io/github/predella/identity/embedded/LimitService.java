package io.github.predella.identity.embedded;

import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.quota.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/**
 * Limits of the image service, for administrators; everybody may see the defaults and those of the project they work in.
 * Each method is one transaction.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class LimitService {

    private static final int LONGEST_DESCRIPTION = 4_000;
    private static final long LARGEST = Integer.MAX_VALUE;
    private static final String SERVICE = ServiceCatalogue.IMAGE_SERVICE;

    private static final Set<String> OF_DEFAULTS =
            Set.of("service_id", "region_id", "resource_name", "default_limit", "description");
    private static final Set<String> OF_PROJECTS = Set.of(
            "service_id", "region_id", "resource_name", "resource_limit", "description", "project_id", "domain_id");

    private final LimitRepository limits;
    private final ProjectRepository projects;
    private final EmbeddedSettings settings;

    protected LimitService() {
        this(null, null, null);
    }

    @Inject
    public LimitService(LimitRepository limits, ProjectRepository projects, EmbeddedSettings settings) {
        this.limits = limits;
        this.projects = projects;
        this.settings = settings;
    }

    /**
     * Which limits a list shows; null stands for any.
     *
     * @param service id of the service
     * @param region id of the region
     * @param resource name of the resource
     * @param project id of the project; not asked for defaults
     */
    public record Wanted(String service, String region, String resource, String project) {

        boolean includes(StoredLimit limit) {
            return (service == null || service.equals(SERVICE))
                    && (region == null || region.equals(limit.region()))
                    && (resource == null || resource.equals(limit.resource().wireName()));
        }
    }

    /** The defaults of all projects, for everybody. */
    public List<StoredLimit> defaults(Wanted wanted) {
        return limits.defaults().stream().filter(wanted::includes).toList();
    }

    /** One of the defaults, for everybody. */
    public StoredLimit getDefault(String id) {
        return knownDefault(id);
    }

    /**
     * Limits of single projects: all for who may see all, else those of the project the asker works in.
     *
     * @param most at most so many
     */
    public List<StoredLimit> list(VerifiedToken asker, Wanted wanted, int most) {
        String only = wanted.project();
        if (!Authority.seesAll(asker)) {
            String own = asker.project() == null ? null : asker.project().id();
            if (own == null || (only != null && !only.equals(own))) {
                return List.of();
            }
            only = own;
        }
        return limits.ofProjects(only, most).stream().filter(wanted::includes).toList();
    }

    /** One limit of a project. */
    public StoredLimit get(VerifiedToken asker, String id) {
        var limit = known(id);
        Authority.requireProjectOrOverview(asker, limit.project(), "get_limit");
        return limit;
    }

    /**
     * Creates defaults, all or none.
     *
     * @param given a list of objects as in the Identity API
     */
    public List<StoredLimit> createDefaults(VerifiedToken asker, List<JsonObject> given) {
        Authority.requireAdministrator(asker, "create_registered_limits");
        return given.stream().map(this::createDefault).toList();
    }

    /**
     * Creates limits of projects, all or none. The configuration is a default too, so none has to be registered before.
     *
     * @param given a list of objects as in the Identity API
     */
    public List<StoredLimit> create(VerifiedToken asker, List<JsonObject> given) {
        Authority.requireAdministrator(asker, "create_limits");
        return given.stream().map(this::createOfProject).toList();
    }

    /** Changes amount, region or description of a default. What it is for stays. */
    public StoredLimit updateDefault(VerifiedToken asker, String id, JsonObject given) {
        Authority.requireAdministrator(asker, "update_registered_limit");
        return update(knownDefault(id), new Attributes(given), "default_limit", OF_DEFAULTS);
    }

    /** Changes amount or description of a project's limit. */
    public StoredLimit update(VerifiedToken asker, String id, JsonObject given) {
        Authority.requireAdministrator(asker, "update_limit");
        return update(known(id), new Attributes(given), "resource_limit", Set.of("resource_limit", "description"));
    }

    /** Deletes a default; the configuration counts again. Refused while projects have limits that differ from it. */
    public void deleteDefault(VerifiedToken asker, String id) {
        Authority.requireAdministrator(asker, "delete_registered_limit");
        var limit = knownDefault(id);
        boolean used = limits.ofProjects(null, Integer.MAX_VALUE).stream()
                .anyMatch(other -> other.resource() == limit.resource());
        if (used) {
            throw Fault.forbidden("Unable to update or delete registered limit " + id
                    + " because there are project limits associated with it.");
        }
        limits.delete(id);
    }

    /** Deletes a project's limit; the default counts again. */
    public void delete(VerifiedToken asker, String id) {
        Authority.requireAdministrator(asker, "delete_limit");
        known(id);
        limits.delete(id);
    }

    private StoredLimit createDefault(JsonObject given) {
        var attributes = checked(given, OF_DEFAULTS);
        return stored(new StoredLimit(
                Ids.fresh(),
                null,
                resource(attributes),
                amount(attributes, "default_limit"),
                region(attributes),
                description(attributes)));
    }

    private StoredLimit createOfProject(JsonObject given) {
        var attributes = checked(given, OF_PROJECTS);
        attributes.refuse("domain_id");
        String project = attributes.name("project_id", 64);
        if (projects.find(project).isEmpty()) {
            throw IdentityFaults.unknown("project", project);
        }
        return stored(new StoredLimit(
                Ids.fresh(),
                project,
                resource(attributes),
                amount(attributes, "resource_limit"),
                region(attributes),
                description(attributes)));
    }

    private StoredLimit stored(StoredLimit limit) {
        boolean taken = limits.effective(limit.project()).stream()
                .anyMatch(other ->
                        other.resource() == limit.resource() && (other.project() == null) == (limit.project() == null));
        if (taken) {
            throw IdentityFaults.duplicate(limit.kind(), "Duplicate entry.");
        }
        limits.insert(limit);
        return limit;
    }

    private StoredLimit update(StoredLimit before, Attributes attributes, String amount, Set<String> changeable) {
        requireKnown(attributes, changeable);
        requireService(attributes, false);
        if (attributes.has("resource_name") && resource(attributes) != before.resource()) {
            throw IdentityFaults.invalidField("resource_name", "what a limit is for cannot be changed");
        }
        var after = new StoredLimit(
                before.id(),
                before.project(),
                before.resource(),
                attributes.has(amount) ? amount(attributes, amount) : before.amount(),
                attributes.has("region_id") ? region(attributes) : before.region(),
                attributes.has("description") ? description(attributes) : before.description());
        limits.update(after);
        return after;
    }

    private StoredLimit known(String id) {
        return limits.find(id)
                .filter(limit -> limit.project() != null)
                .orElseThrow(() -> IdentityFaults.unknown("limit", id));
    }

    private StoredLimit knownDefault(String id) {
        return limits.find(id)
                .filter(limit -> limit.project() == null)
                .orElseThrow(() -> IdentityFaults.unknown("registered limit", id));
    }

    private Attributes checked(JsonObject given, Set<String> known) {
        var attributes = new Attributes(given);
        requireKnown(attributes, known);
        requireService(attributes, true);
        return attributes;
    }

    private static void requireKnown(Attributes attributes, Set<String> known) {
        attributes.json().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw IdentityFaults.invalidField(name, "limits have no such attribute, or it cannot be changed");
                });
    }

    private void requireService(Attributes attributes, boolean needed) {
        if (needed || attributes.has("service_id")) {
            String service = attributes.name("service_id", 64);
            if (!service.equals(SERVICE)) {
                throw Fault.invalid("Limits are kept for the image service only, whose id is " + SERVICE + ".");
            }
        }
    }

    private static Limit resource(Attributes attributes) {
        String name = attributes.name("resource_name", 255);
        return Limit.named(name)
                .orElseThrow(() -> IdentityFaults.invalidField(
                        "resource_name", "'" + name + "' is not among the limits of the image service"));
    }

    private static long amount(Attributes attributes, String name) {
        long amount = attributes.wholeNumber(name);
        if (amount < -1 || amount > LARGEST) {
            throw IdentityFaults.invalidField(name, amount + " is not between -1 and " + LARGEST);
        }
        return amount;
    }

    private String region(Attributes attributes) {
        var region = attributes.text("region_id", 255);
        region.filter(id -> !id.equals(settings.region())).ifPresent(id -> {
            throw IdentityFaults.unknown("region", id);
        });
        return region.orElse(null);
    }

    private static String description(Attributes attributes) {
        return attributes.text("description", LONGEST_DESCRIPTION).orElse(null);
    }
}
