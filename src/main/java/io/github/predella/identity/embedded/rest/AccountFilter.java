package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.Domain;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;

/** Which users or projects a list shows. */
public class AccountFilter {

    private static final Set<String> NO = Set.of("0", "false", "False", "no", "off");

    @QueryParam("name")
    String name;

    @QueryParam("enabled")
    String enabled;

    @QueryParam("domain_id")
    String domain;

    @QueryParam("parent_id")
    String parent;

    /** The wanted flag, or null for any; a name without a value means yes. */
    Boolean flag() {
        return enabled == null ? null : Boolean.valueOf(!NO.contains(enabled));
    }

    /** What was found, or nothing when another domain is asked for than the one there is. */
    <T> List<T> inDomain(List<T> found) {
        var here = (domain == null || Domain.hasId(domain)) && (parent == null || Domain.hasId(parent));
        return here ? found : List.of();
    }
}
