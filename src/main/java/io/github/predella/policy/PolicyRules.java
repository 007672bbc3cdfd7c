package io.github.predella.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules in force: the defaults of all features under what the operator's files say. Immutable. */
public final class PolicyRules {

    private static final int DEEPEST = 50;

    private final Map<String, Check> checks;
    private final Check forUnknown;

    private PolicyRules(Map<String, Check> checks, Check forUnknown) {
        this.checks = Map.copyOf(checks);
        this.forUnknown = forUnknown;
    }

    /**
     * How the operator's files are laid over the defaults.
     *
     * @param enforceNewDefaults false to let {@link Permission#oldCheck()} grant too where the files do not name a rule
     * @param defaultRule the rule that answers for names nobody declared, provided that the files have it; the built-in
     *     rule of that name does not, since it grants everything
     */
    public record Reading(boolean enforceNewDefaults, String defaultRule) {}

    /**
     * Lays rules of files over declared ones.
     *
     * @param declared the rules of all features; those of {@link BaseRule} are added
     * @throws PolicyProblem when rules refer to each other in a circle
     * @throws IllegalArgumentException when a declared default is not in the language
     */
    static PolicyRules of(Collection<? extends Permission> declared, Map<String, Check> files, Reading reading) {
        var checks = new HashMap<>(files);
        var all = new ArrayList<Permission>(Arrays.asList(BaseRule.values()));
        all.addAll(declared);
        for (Permission permission : all) {
            checks.computeIfAbsent(permission.rule(), name -> inForce(permission, files, reading));
        }
        checks.keySet().forEach(name -> follow(name, checks, new ArrayList<>(), new HashSet<>()));
        return new PolicyRules(checks, files.getOrDefault(reading.defaultRule(), Check.Fixed.NEVER));
    }

    private static Check inForce(Permission permission, Map<String, Check> files, Reading reading) {
        Check renamed = permission.oldRule() == null ? null : files.get(permission.oldRule());
        // A file that defines the old name by the new one says nothing about the new one.
        if (renamed != null && !renamed.equals(new Check.Rule(permission.rule()))) {
            return renamed;
        }
        Check check = RuleParser.parseText(permission.check());
        if (reading.enforceNewDefaults() || permission.oldCheck() == null) {
            return check;
        }
        return new Check.Any(List.of(check, RuleParser.parseText(permission.oldCheck())));
    }

    /** Walks along all references of a rule; what was walked before is not walked again. */
    private static void follow(String name, Map<String, Check> checks, List<String> path, Set<String> done) {
        if (path.contains(name)) {
            throw new PolicyProblem("the rule \"" + name + "\" refers to itself by way of " + path);
        }
        if (path.size() > DEEPEST) {
            throw new PolicyProblem("the rule \"" + path.get(0) + "\" refers to others more than " + DEEPEST + " deep");
        }
        if (checks.containsKey(name) && !done.contains(name)) {
            path.add(name);
            followParts(checks.get(name), checks, path, done);
            path.remove(path.size() - 1);
            done.add(name);
        }
    }

    private static void followParts(Check check, Map<String, Check> checks, List<String> path, Set<String> done) {
        if (check instanceof Check.Rule rule) {
            follow(rule.name(), checks, path, done);
        }
        check.parts().forEach(part -> followParts(part, checks, path, done));
    }

    /** Whether the rule of that name holds; for a name nobody declared, whether the operator's default rule does. */
    boolean grants(String name, Question question) {
        return checks.getOrDefault(name, forUnknown).holds(question);
    }

    /** Whether there is a rule of that name and it holds. */
    boolean grantsIfThere(String name, Question question) {
        return checks.getOrDefault(name, Check.Fixed.NEVER).holds(question);
    }

    /** Whether a rule of that name is declared or in the operator's files, or the operator's default answers for it. */
    boolean decides(String name) {
        return checks.containsKey(name) || forUnknown != Check.Fixed.NEVER;
    }
}
