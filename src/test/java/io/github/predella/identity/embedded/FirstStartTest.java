package io.github.predella.identity.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.Seconds;
import io.github.predella.identity.PasswordLogin.Granted;
import io.github.predella.identity.embedded.AuthRequest.Anything;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstStartTest {

    private final IdentityFixture world = new IdentityFixture();

    @Test
    void theRolesOfEveryDeploymentAreThere() {
        var names = world.roleRows.list(null, 10).stream().map(Role::name).toList();

        assertEquals(List.of("admin", "member", "reader", "service"), names);
    }

    @Test
    void theSecondStartDoesNothing() {
        var made = world.firstStart().run();

        assertEquals(Optional.empty(), made);
        assertEquals(1, world.userRows.list(null, null, 10).size());
    }

    @Test
    void aPasswordIsMadeUpWhenTheOperatorGivesNone() {
        world.userRows.list(null, null, 10).forEach(user -> world.userRows.delete(user.id()));
        var settings = new EmbeddedSettings(new Seconds(3600), null, "RegionOne", Map.of());
        var service = new FirstStartService(world.userRows, world.projectRows, world.roleRows, world.grantRows);

        var made = new FirstStart(service, world.hashing, settings).run().orElseThrow();

        assertTrue(made.length() >= 24, made);
        assertInstanceOf(Granted.class, world.logIn("admin", made, new Anything()));
    }
}
