package io.github.predella.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * The right side of a check: text with {@code %(attribute)s} in it, taken apart once so that filling it in is cheap;
 * {@code %%} is a percent sign.
 */
final class Template {

    private record Part(String text, boolean isAttribute) {

        String in(PolicyTarget target) {
            return isAttribute ? target.value(text) : text;
        }
    }

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException when a percent sign begins something else */
    static Template parse(String text) {
        var parts = new ArrayList<Part>();
        var literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '%') {
                literal.append(c);
                at++;
            } else if (text.startsWith("%%", at)) {
                literal.append('%');
                at += 2;
            } else {
                int end = text.indexOf(")s", at);
                if (!text.startsWith("%(", at) || end < 0) {
                    throw new IllegalArgumentException("\"" + text + "\" has a % that begins no %(attribute)s");
                }
                if (!literal.isEmpty()) {
                    parts.add(new Part(literal.toString(), false));
                    literal.setLength(0);
                }
                parts.add(new Part(text.substring(at + 2, end), true));
                at = end + 2;
            }
        }
        if (!literal.isEmpty() || parts.isEmpty()) {
            parts.add(new Part(literal.toString(), false));
        }
        return new Template(parts);
    }

    /** The text filled in from the target; null when the target lacks an attribute. */
    String in(PolicyTarget target) {
        if (parts.size() == 1) {
            return parts.get(0).in(target);
        }
        var filled = new StringBuilder();
        for (Part part : parts) {
            String text = part.in(target);
            if (text == null) {
                return null;
            }
            filled.append(text);
        }
        return filled.toString();
    }
}
