package io.github.predella.identity.embedded;

import io.github.predella.testing.MemoryApplicationCredentials;
import io.github.predella.testing.MemoryGrants;
import io.github.predella.testing.MemoryLimits;
import io.github.predella.testing.MemoryProjects;
import io.github.predella.testing.MemoryRoles;
import io.github.predella.testing.MemoryTokens;
import io.github.predella.testing.MemoryUsers;
import java.util.function.Supplier;

class MemoryRepositoriesTest extends RepositoriesContract {

    private final Repositories all = new Repositories(
            new MemoryUsers(),
            new MemoryProjects(),
            new MemoryRoles(),
            new MemoryGrants(),
            new MemoryApplicationCredentials(),
            new MemoryTokens(),
            new MemoryLimits());

    @Override
    protected Repositories all() {
        return all;
    }

    @Override
    protected <T> T in(Supplier<T> work) {
        return work.get();
    }
}
