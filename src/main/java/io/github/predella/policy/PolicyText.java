package io.github.predella.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a rule file's text, YAML or JSON, into names and rules not parsed yet. */
final class PolicyText {

    static final int MOST_CHARACTERS = 1 << 20;

    private PolicyText() {}

    /** @throws IllegalArgumentException when it is not one mapping with texts as names */
    static Map<String, Object> parse(String text) {
        // JSON may be indented by tabs, which YAML refuses; outside of texts they mean no more than blanks.
        String readable = text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
        Object content;
        try {
            content = new Yaml(new SafeConstructor(limits())).load(readable);
        } catch (YAMLException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return content == null ? Map.of() : named(content);
    }

    private static LoaderOptions limits() {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setMaxAliasesForCollections(20);
        options.setNestingDepthLimit(10);
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        return options;
    }

    private static Map<String, Object> named(Object content) {
        if (!(content instanceof Map<?, ?> mapping)) {
            throw new IllegalArgumentException("it is not a mapping from rule names to rules");
        }
        var rules = new LinkedHashMap<String, Object>();
        mapping.forEach((name, rule) -> {
            if (!(name instanceof String key)) {
                throw new IllegalArgumentException("the name of a rule must be a text, but there is " + name);
            }
            rules.put(key, rule);
        });
        return rules;
    }
}
