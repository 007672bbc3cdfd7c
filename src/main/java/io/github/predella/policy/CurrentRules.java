package io.github.predella.policy;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The rules in force now. The operator's files are looked at not more than once a second, when somebody asks, and read
 * again when their names, times of modification or sizes have changed. Files that are broken then are refused with an
 * entry in the log and the former rules stay in force, and so they do when the main file vanishes: rules are never
 * widened by an accident. Safe for any thread; only one at a time reads, and nobody waits for it.
 */
public final class CurrentRules implements Supplier<PolicyRules> {

    private static final Logger LOG = System.getLogger(CurrentRules.class.getName());
    private static final long PAUSE_MILLIS = 1000;

    private final PolicyFile file;
    private final List<Permission> declared;
    private final PolicyRules.Reading reading;
    private final Clock clock;
    private final AtomicLong lookedAt;

    private List<PolicyFile.Stamp> seen;
    private List<PolicyFile.Stamp> inForce;
    private volatile PolicyRules rules;
    private volatile String problem;

    /**
     * Reads the files for the first time.
     *
     * @param declared the rules of all features
     * @throws PolicyProblem when the files cannot be used, which must stop the start
     */
    public CurrentRules(
            PolicyFile file, Collection<? extends Permission> declared, PolicyRules.Reading reading, Clock clock) {
        this.file = file;
        this.declared = List.copyOf(declared);
        this.reading = reading;
        this.clock = clock;
        this.lookedAt = new AtomicLong(clock.millis());
        this.seen = file.stamps();
        this.inForce = seen;
        this.rules = PolicyRules.of(this.declared, file.read(seen), reading);
    }

    @Override
    public PolicyRules get() {
        long now = clock.millis();
        long before = lookedAt.get();
        // A clock that was set back must not put the next look off.
        boolean due = now >= before + PAUSE_MILLIS || now < before;
        if (due && lookedAt.compareAndSet(before, now)) {
            look();
        }
        return rules;
    }

    /** Why the files as they are now are not in force; empty when they are. */
    public Optional<String> lastProblem() {
        return Optional.ofNullable(problem);
    }

    private synchronized void look() {
        try {
            List<PolicyFile.Stamp> found = file.stamps();
            if (!found.equals(seen)) {
                seen = found;
                replace(found);
            }
        } catch (PolicyProblem e) {
            refuse(e);
        }
    }

    private void replace(List<PolicyFile.Stamp> found) {
        if (inForce.stream().anyMatch(file::isMain) && found.stream().noneMatch(file::isMain)) {
            throw new PolicyProblem("the rule file is gone; what it said stays in force until the next start");
        }
        rules = PolicyRules.of(declared, file.read(found), reading);
        inForce = found;
        problem = null;
        LOG.log(Level.INFO, "The rule files have changed and are in force");
    }

    private void refuse(PolicyProblem refused) {
        if (!refused.getMessage().equals(problem)) {
            problem = refused.getMessage();
            LOG.log(Level.ERROR, "The rule files have changed and are refused; the former rules stay: {0}", problem);
        }
    }
}
