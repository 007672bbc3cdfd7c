package io.github.predella.config;

import java.util.List;

/**
 * Where the rules of the operator are. It is here because the room of the rule language looks at nothing but core.
 *
 * @param file name of the rule file, relative to the configuration directory unless absolute
 * @param directories names of directories with further rule files, each relative in the same way
 * @param defaultRule name of the rule that answers for names nobody declared
 * @param enforceNewDefaults false to let the defaults of former releases grant too
 */
public record PolicySettings(
        @Setting(key = "oslo_policy.policy_file", fallback = "policy.yaml", says = "rule file, YAML or JSON")
        String file,

        @Setting(
                key = "oslo_policy.policy_dirs",
                fallback = "policy.d",
                repeated = true,
                says = "directories with rule files that stand over the rule file")
        List<String> directories,

        @Setting(
                key = "oslo_policy.policy_default_rule",
                fallback = "default",
                says = "rule for names that are not declared, when the rule file has it")
        String defaultRule,

        @Setting(
                key = "oslo_policy.enforce_new_defaults",
                fallback = "true",
                says = "false lets the defaults of former releases grant too")
        boolean enforceNewDefaults) {}
