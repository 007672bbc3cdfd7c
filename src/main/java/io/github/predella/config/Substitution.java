package io.github.predella.config;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code $option}, {@code ${option}}, {@code $group.option} and {@code ${group.option}} by the value of that
 * option; a name without group means the same group first and then DEFAULT. {@code $$} and {@code \$} are a dollar
 * sign. A name that nobody knows is left as it stands, since passwords contain dollar signs too.
 */
final class Substitution {

    private static final Pattern REFERENCE = Pattern.compile(
            "\\\\\\$|\\$\\$|\\$(?:(?<bare>[A-Za-z_]\\w*(?:\\.\\w+)?)" + "|\\{(?<braced>[A-Za-z_]\\w*(?:\\.\\w+)?)\\})");
    private static final int DEEPEST = 16;
    private static final int LONGEST = 1 << 16;

    private final Function<String, Optional<String>> texts;

    /** @param texts the text of an option by {@code group.key}, with its own references still in it */
    Substitution(Function<String, Optional<String>> texts) {
        this.texts = texts;
    }

    /**
     * The text with all references replaced.
     *
     * @param group where the text stands
     * @throws IllegalArgumentException when options refer to each other in a circle, or the result is over 65536 long
     */
    String expand(String text, String group) {
        return text.indexOf('$') < 0 ? text : expand(text, group, 0);
    }

    private String expand(String text, String group, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("must not refer to itself");
        }
        var expanded = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            reference.appendReplacement(expanded, "");
            expanded.append(replacement(reference, group, depth));
            if (expanded.length() > LONGEST) {
                throw new IllegalArgumentException("grows too long by its references");
            }
        }
        return reference.appendTail(expanded).toString();
    }

    private String replacement(Matcher reference, String group, int depth) {
        String name = reference.group("bare") != null ? reference.group("bare") : reference.group("braced");
        if (name == null) {
            return "$";
        }
        if (name.indexOf('.') > 0) {
            return value(name, depth).orElse(reference.group());
        }
        return value(group + "." + name, depth)
                .or(() -> value("DEFAULT." + name, depth))
                .orElse(reference.group());
    }

    private Optional<String> value(String key, int depth) {
        String group = key.substring(0, key.indexOf('.'));
        return texts.apply(key).map(text -> expand(text, group, depth + 1));
    }
}
