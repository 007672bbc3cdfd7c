package io.github.predella.testing;

import io.github.predella.identity.embedded.Grant;
import io.github.predella.identity.embedded.GrantRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Grants in a set. */
public final class MemoryGrants implements GrantRepository {

    private static final Comparator<Grant> ORDER = Comparator.comparing(Grant::user)
            .thenComparing(grant -> grant.scope().kind().name())
            .thenComparing(grant -> grant.scope().target())
            .thenComparing(Grant::role);

    private final Set<Grant> grants = ConcurrentHashMap.newKeySet();

    @Override
    public List<Grant> list(Wanted wanted, int limit) {
        return grants.stream().filter(wanted::fits).sorted(ORDER).limit(limit).toList();
    }

    @Override
    public boolean contains(Grant grant) {
        return grants.contains(grant);
    }

    @Override
    public void insert(Grant grant) {
        grants.add(grant);
    }

    @Override
    public int delete(Wanted wanted) {
        var all = list(wanted, Integer.MAX_VALUE);
        all.forEach(grants::remove);
        return all.size();
    }
}
