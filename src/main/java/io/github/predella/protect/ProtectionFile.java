package io.github.predella.protect;

import io.github.predella.core.BoundedPattern;
import io.github.predella.core.IniText;
import io.github.predella.core.IniText.Section;
import io.github.predella.policy.Enforcer;
import io.github.predella.protect.PropertyProtections.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * The operator's protection file, in the reference's form: each section is a regular expression, searched in the names
 * of properties, and has the keys create, read, update and delete; a section DEFAULT supplies keys that others lack.
 * {@code @} is everybody, {@code !} and an empty text are nobody.
 *
 * <p>The expressions are tried on names that callers choose, so they run with bounds ({@link BoundedPattern}). A
 * restricted language without backtracking would be the other way to that end, but it would refuse files that work.
 */
public final class ProtectionFile {

    private static final long MOST_BYTES = 1 << 20;
    private static final String DEFAULT = "DEFAULT";
    private static final String EVERYBODY = "@";
    private static final String NOBODY = "!";

    private final Function<List<String>, Grant> meaning;

    private ProtectionFile(Function<List<String>, Grant> meaning) {
        this.meaning = meaning;
    }

    /**
     * Reads a file whose permissions are lists of roles, compared without regard to case.
     *
     * @throws ProtectionProblem when the file cannot be used
     */
    public static PropertyProtections ofRoles(Path file) {
        return new ProtectionFile(names ->
                        Grant.toRoles(names.stream().map(ProtectionFile::lower).collect(Collectors.toSet())))
                .read(file);
    }

    /**
     * Reads a file whose permissions are one policy rule each; rules see no target.
     *
     * @param enforcer must know the rules already, since a name that it does not decide is refused
     * @throws ProtectionProblem when the file cannot be used
     */
    public static PropertyProtections ofPolicies(Path file, Enforcer enforcer) {
        return new ProtectionFile(names -> policy(names, enforcer)).read(file);
    }

    private static Grant policy(List<String> names, Enforcer enforcer) {
        if (names.size() > 1) {
            throw new IllegalArgumentException("must be exactly one policy");
        }
        if (!enforcer.decides(names.get(0))) {
            throw new IllegalArgumentException("names the policy \"" + names.get(0) + "\", which does not exist");
        }
        return Grant.byPolicy(names.get(0), enforcer);
    }

    private PropertyProtections read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException("it is larger than " + MOST_BYTES + " bytes");
            }
            return new OrderedProtections(rules(IniText.parse(Files.readString(file, StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new ProtectionProblem("The property protections " + file + " cannot be read: " + e, e);
        } catch (IllegalArgumentException e) {
            throw new ProtectionProblem("The property protections " + file + " are wrong: " + e.getMessage(), e);
        }
    }

    private List<ProtectionRule> rules(List<Section> sections) {
        var rules = new ArrayList<ProtectionRule>();
        var names = new HashSet<String>();
        var shared = new HashMap<String, String>();
        for (Section section : sections) {
            refuseIf(!names.add(section.name()), section, "stands there twice");
            if (section.name().equals(DEFAULT)) {
                shared.putAll(permissions(section));
            }
        }
        for (Section section : sections) {
            if (!section.name().equals(DEFAULT) && !OrderedProtections.isInternal(section.name())) {
                rules.add(rule(section, shared));
            }
        }
        return rules;
    }

    private ProtectionRule rule(Section section, Map<String, String> shared) {
        var permissions = new HashMap<>(shared);
        permissions.putAll(permissions(section));
        var grants = new EnumMap<Operation, Grant>(Operation.class);
        for (Operation operation : Operation.values()) {
            String key = lower(operation.name());
            refuseIf(!permissions.containsKey(key), section, "lacks the key " + key);
            grants.put(operation, grant(permissions.get(key), section, key));
        }
        try {
            return new ProtectionRule(BoundedPattern.compile(section.name()), grants);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    where(section) + "is not a regular expression: " + e.getDescription(), e);
        }
    }

    private Grant grant(String text, Section section, String key) {
        List<String> names = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        boolean everybody = names.contains(EVERYBODY);
        boolean nobody = names.contains(NOBODY);
        refuseIf(everybody && nobody, section, "has both @ and ! in " + key);
        if (nobody || names.isEmpty()) {
            return Grant.NOBODY;
        }
        if (everybody) {
            return Grant.EVERYBODY;
        }
        try {
            return meaning.apply(names);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where(section) + key + " " + e.getMessage(), e);
        }
    }

    private static Map<String, String> permissions(Section section) {
        var permissions = new HashMap<String, String>();
        for (IniText.Entry entry : section.entries()) {
            boolean again = permissions.put(lower(entry.key()), entry.value()) != null;
            refuseIf(again, section, "has the key " + entry.key() + " twice");
        }
        return permissions;
    }

    private static void refuseIf(boolean wrong, Section section, String what) {
        if (wrong) {
            throw new IllegalArgumentException(where(section) + what);
        }
    }

    private static String where(Section section) {
        return "the section [" + section.name() + "] in line " + section.line() + " ";
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
