package io.github.predella.identity.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.config.DataSize;
import io.github.predella.core.Fault;
import io.github.predella.core.Fault.Kind;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.embedded.LimitService.Wanted;
import io.github.predella.quota.Limit;
import io.github.predella.quota.QuotaSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits as administrators set them and as they count. */
class LimitServiceTest {

    private static final Wanted ALL = new Wanted(null, null, null, null);

    private final IdentityFixture world = new IdentityFixture();
    private final VerifiedToken admin = world.admin();
    private final Project blue = world.project("blue");

    private static JsonObject given(String more) {
        var text = "{\"service_id\":\"" + ServiceCatalogue.IMAGE_SERVICE + "\"," + more.replace('\'', '"') + "}";
        try (var reader = Json.createReader(new java.io.StringReader(text))) {
            return reader.readObject();
        }
    }

    private static JsonObject changed(String name, long amount) {
        return Json.createObjectBuilder().add(name, amount).build();
    }

    private StoredLimit standard(String resource, long amount) {
        var given = given("'resource_name':'" + resource + "','default_limit':" + amount);
        return world.limits.createDefaults(admin, List.of(given)).get(0);
    }

    private StoredLimit own(Project project, String resource, long amount) {
        var given = given("'resource_name':'" + resource + "','resource_limit':" + amount + ",'project_id':'"
                + project.id() + "'");
        return world.limits.create(admin, List.of(given)).get(0);
    }

    private long counting(Limit limit, Project project) {
        var settings = new QuotaSettings(11, 12, -1, -1, new DataSize(0), null, false);
        return new EmbeddedLimits(settings, world.limitRows).of(project.id()).of(limit);
    }

    private static void refused(Kind kind, Executable act) {
        assertEquals(kind, assertThrows(Fault.class, act).kind());
    }

    @Test
    void aProjectsLimitStandsOverTheDefaultAndThatOverTheConfiguration() {
        var red = world.project("red");
        standard("image_count_total", 5);
        own(blue, "image_count_total", -1);
        own(blue, "image_count_uploading", 2);

        assertEquals(-1, counting(Limit.IMAGE_COUNT_TOTAL, blue));
        assertEquals(5, counting(Limit.IMAGE_COUNT_TOTAL, red));
        assertEquals(12, counting(Limit.IMAGE_SIZE_TOTAL, blue));
        assertEquals(2, counting(Limit.IMAGE_COUNT_UPLOADING, blue));
        assertEquals(-1, counting(Limit.IMAGE_COUNT_UPLOADING, red));
    }

    @Test
    void changesCountAtOnce() {
        var standard = standard("image_size_total", 5);
        var own = own(blue, "image_size_total", 6);

        world.limits.update(admin, own.id(), changed("resource_limit", 7));
        assertEquals(7, counting(Limit.IMAGE_SIZE_TOTAL, blue));
        world.limits.delete(admin, own.id());
        world.limits.updateDefault(admin, standard.id(), changed("default_limit", 8));
        assertEquals(8, counting(Limit.IMAGE_SIZE_TOTAL, blue));
        world.limits.deleteDefault(admin, standard.id());
        assertEquals(12, counting(Limit.IMAGE_SIZE_TOTAL, blue));
    }

    @Test
    void whatIsThereAlreadyIsNotMadeAgain() {
        standard("image_size_total", 5);
        own(blue, "image_size_total", 6);

        refused(Kind.CONFLICT, () -> standard("image_size_total", 7));
        refused(Kind.CONFLICT, () -> own(blue, "image_size_total", 7));
    }

    @Test
    void aDefaultStaysWhileProjectsDifferFromIt() {
        var standard = standard("image_size_total", 5);
        own(blue, "image_size_total", 6);

        refused(Kind.FORBIDDEN, () -> world.limits.deleteDefault(admin, standard.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'resource_limit':5",
                "'resource_name':'servers','resource_limit':5",
                "'resource_name':'image_size_total'",
                "'resource_name':'image_size_total','resource_limit':'5'",
                "'resource_name':'image_size_total','resource_limit':5.5",
                "'resource_name':'image_size_total','resource_limit':-2",
                "'resource_name':'image_size_total','resource_limit':2147483648",
                "'resource_name':'image_size_total','resource_limit':1e30",
                "'resource_name':'image_size_total','resource_limit':5,'colour':'red'",
                "'resource_name':'image_size_total','resource_limit':5,'domain_id':'default'",
                "'resource_name':'image_size_total','resource_limit':5,'description':7"
            })
    void whatIsNoLimitIsRefused(String limit) {
        var given = given(limit + ",'project_id':'" + blue.id() + "'");

        refused(Kind.INVALID, () -> world.limits.create(admin, List.of(given)));
    }

    @Test
    void otherServicesProjectsAndRegionsAreUnknown() {
        var foreign = Json.createObjectBuilder(given("'resource_name':'image_size_total','default_limit':5"))
                .add("service_id", "nova")
                .build();

        refused(Kind.INVALID, () -> world.limits.createDefaults(admin, List.of(foreign)));
        refused(
                Kind.NOT_FOUND,
                () -> world.limits.create(
                        admin,
                        List.of(given("'resource_name':'image_size_total','resource_limit':5,'project_id':'none'"))));
        refused(
                Kind.NOT_FOUND,
                () -> world.limits.createDefaults(
                        admin,
                        List.of(given("'resource_name':'image_size_total','default_limit':5,'region_id':'Mars'"))));
    }

    @Test
    void usersSeeTheDefaultsAndTheLimitsOfTheirProject() {
        world.userInProject("alice", Role.Builtin.MEMBER);
        var alice = world.tokenInProject("alice").facts();
        var project = world.projectRows.named("alice").orElseThrow();
        var standard = standard("image_size_total", 5);
        var hers = own(project, "image_size_total", 6);
        var theirs = own(blue, "image_size_total", 7);

        assertEquals(List.of(standard), world.limits.defaults(ALL));
        assertEquals(List.of(hers), world.limits.list(alice, ALL, 9));
        assertEquals(List.of(), world.limits.list(alice, new Wanted(null, null, null, blue.id()), 9));
        assertEquals(hers, world.limits.get(alice, hers.id()));
        refused(Kind.FORBIDDEN, () -> world.limits.get(alice, theirs.id()));
        assertEquals(2, world.limits.list(admin, ALL, 9).size());
    }

    @Test
    void onlyAdministratorsChangeLimits() {
        world.userInProject("alice", Role.Builtin.MEMBER);
        var alice = world.tokenInProject("alice").facts();
        var standard = standard("image_size_total", 5);
        var own = own(blue, "image_count_total", 6);

        Stream.<Executable>of(
                        () -> world.limits.create(alice, List.of()),
                        () -> world.limits.createDefaults(alice, List.of()),
                        () -> world.limits.update(alice, own.id(), changed("resource_limit", 9)),
                        () -> world.limits.updateDefault(alice, standard.id(), changed("default_limit", 9)),
                        () -> world.limits.delete(alice, own.id()),
                        () -> world.limits.deleteDefault(alice, standard.id()))
                .forEach(change -> refused(Kind.FORBIDDEN, change));
    }

    @Test
    void listsCanBeNarrowed() {
        var size = standard("image_size_total", 5);
        standard("image_count_total", 5);
        var own = own(blue, "image_size_total", 6);
        own(blue, "image_count_total", 6);

        assertEquals(List.of(size), world.limits.defaults(new Wanted(null, null, "image_size_total", null)));
        assertEquals(List.of(), world.limits.defaults(new Wanted("nova", null, null, null)));
        assertEquals(List.of(), world.limits.defaults(new Wanted(null, "RegionOne", null, null)));
        assertEquals(
                List.of(own),
                world.limits.list(
                        admin, new Wanted(ServiceCatalogue.IMAGE_SERVICE, null, "image_size_total", blue.id()), 9));
    }

    @Test
    void theKindsOfLimitsAreKeptApart() {
        var standard = standard("image_size_total", 5);
        var own = own(blue, "image_size_total", 6);

        refused(Kind.NOT_FOUND, () -> world.limits.get(admin, standard.id()));
        refused(Kind.NOT_FOUND, () -> world.limits.getDefault(own.id()));
    }

    @Test
    void theLimitsOfAProjectGoWithIt() {
        own(blue, "image_size_total", 6);

        world.projects.delete(admin, blue.id());

        assertEquals(List.of(), world.limits.list(admin, ALL, 9));
    }
}
