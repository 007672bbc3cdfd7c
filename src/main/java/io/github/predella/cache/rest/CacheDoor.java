package io.github.predella.cache.rest;

import io.github.predella.cache.CacheFaults;
import io.github.predella.cache.CachePermission;
import io.github.predella.cache.CacheSettings;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.PolicyTarget;
import io.github.predella.rest.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who may pass to the cache, provided there is one. */
@ApplicationScoped
public class CacheDoor {

    private Enforcer enforcer;
    private CurrentCaller caller;
    private CacheSettings settings;

    /** For the container's proxy only. */
    protected CacheDoor() {}

    @Inject
    public CacheDoor(Enforcer enforcer, CurrentCaller caller, CacheSettings settings) {
        this.enforcer = enforcer;
        this.caller = caller;
        this.settings = settings;
    }

    /** Lets the caller pass; throws {@link io.github.predella.core.Fault} FORBIDDEN, or NOT_FOUND without a cache. */
    void require(CachePermission permission) {
        enforcer.require(caller.get(), permission, PolicyTarget.none());
        if (!settings.isOn()) {
            throw CacheFaults.switchedOff();
        }
    }

    /** The same for the older routes, which are not there unless they are wanted. */
    void requireOlder() {
        if (!settings.hasOlderRoutes()) {
            throw CacheFaults.noOlderRoutes();
        }
        require(CachePermission.MANAGE_IMAGE_CACHE);
    }
}
