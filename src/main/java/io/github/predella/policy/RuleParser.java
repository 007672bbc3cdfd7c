package io.github.predella.policy;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns the text of a rule into a check.
 *
 * <p>The language: an empty text grants. Otherwise checks joined by {@code not}, {@code and}, {@code or}, in this order
 * of precedence and in any case, with parentheses. A check is {@code @} (always), {@code !} (never), {@code rule:name},
 * {@code role:name}, or {@code left:right}, where left is a constant or a fact about the caller and right a text with
 * {@code %(attribute)s} from the target. Blanks separate tokens, so values cannot contain any. The older form, a list
 * of lists of checks, means "or" outside and "and" inside.
 *
 * <p>{@code http:} and {@code https:} checks hold when the service at that address says so ({@link RemoteRules}).
 */
final class RuleParser {

    private static final Logger LOG = System.getLogger(RuleParser.class.getName());
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern PATH = Pattern.compile("[A-Za-z_]\\w*(\\.\\w+)*");
    private static final int LONGEST = 1 << 16;
    private static final int DEEPEST = 50;

    private final List<String> tokens;
    private int next;
    private int depth;

    private RuleParser(List<String> tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads an operator's rule. A text that cannot be understood grants nothing, which is logged.
     *
     * @param name the rule's name, for the log
     * @param rule text, or a list in the older form
     * @throws IllegalArgumentException when it is neither
     */
    static Check parse(String name, Object rule) {
        try {
            if (rule instanceof String text) {
                return parseText(text);
            }
            if (rule instanceof List<?> list) {
                return parseList(list);
            }
        } catch (NotUnderstood e) {
            LOG.log(Level.WARNING, "The rule \"{0}\" grants nothing: {1}", name, e.getMessage());
            return Check.Fixed.NEVER;
        }
        throw new IllegalArgumentException("the rule \"" + name + "\" must be a text in quotes; \"\" grants it to"
                + " everybody and \"!\" to nobody");
    }

    /** The text cannot be understood; the message says why. */
    static final class NotUnderstood extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        NotUnderstood(String message) {
            super(message);
        }
    }

    /** @throws NotUnderstood when it is not in the language */
    static Check parseText(String text) {
        if (text.length() > LONGEST) {
            throw new NotUnderstood("the text is longer than " + LONGEST);
        }
        if (text.isEmpty()) {
            return Check.Fixed.ALWAYS;
        }
        var parser = new RuleParser(tokensOf(text));
        Check check = parser.any();
        if (parser.next < parser.tokens.size()) {
            throw new NotUnderstood("\"" + parser.tokens.get(parser.next) + "\" is not expected where it stands");
        }
        return check;
    }

    private static Check parseList(List<?> alternatives) {
        if (alternatives.isEmpty()) {
            return Check.Fixed.ALWAYS;
        }
        var any = new ArrayList<Check>();
        for (Object alternative : alternatives) {
            List<?> together = alternative instanceof List<?> list ? list : List.of(alternative);
            if (!together.isEmpty()) {
                any.add(all(together.stream().map(RuleParser::listed).toList()));
            }
        }
        return any.isEmpty() ? Check.Fixed.NEVER : any(any);
    }

    private static Check listed(Object check) {
        if (check instanceof String text) {
            return single(text);
        }
        throw new NotUnderstood("a list may hold only texts or lists of texts");
    }

    private static List<String> tokensOf(String text) {
        var tokens = new ArrayList<String>();
        for (String word : BLANKS.split(text.strip(), -1)) {
            int from = 0;
            while (from < word.length() && word.charAt(from) == '(') {
                tokens.add("(");
                from++;
            }
            int to = word.length();
            while (to > from && word.charAt(to - 1) == ')') {
                to--;
            }
            if (to > from) {
                tokens.add(word.substring(from, to));
            }
            for (int i = to; i < word.length(); i++) {
                tokens.add(")");
            }
        }
        return tokens;
    }

    private Check any() {
        var parts = new ArrayList<Check>();
        do {
            parts.add(all());
        } while (skip("or"));
        return any(parts);
    }

    private Check all() {
        var parts = new ArrayList<Check>();
        do {
            parts.add(unit());
        } while (skip("and"));
        return all(parts);
    }

    private Check unit() {
        if (++depth > DEEPEST) {
            throw new NotUnderstood("it is nested deeper than " + DEEPEST);
        }
        Check check = skip("not") ? new Check.Not(unit()) : skip("(") ? parenthesised() : single(token());
        depth--;
        return check;
    }

    private Check parenthesised() {
        Check inside = any();
        if (!skip(")")) {
            throw new NotUnderstood("a parenthesis is not closed");
        }
        return inside;
    }

    private boolean skip(String token) {
        boolean there = next < tokens.size()
                && tokens.get(next).toLowerCase(Locale.ROOT).equals(token);
        if (there) {
            next++;
        }
        return there;
    }

    private String token() {
        if (next == tokens.size()) {
            throw new NotUnderstood("a check is missing at its end");
        }
        return tokens.get(next++);
    }

    private static Check single(String token) {
        if (token.equals("@")) {
            return Check.Fixed.ALWAYS;
        }
        if (token.equals("!")) {
            return Check.Fixed.NEVER;
        }
        int colon = token.indexOf(':');
        if (colon < 1) {
            throw new NotUnderstood("\"" + token + "\" is not a check");
        }
        String left = token.substring(0, colon);
        String right = token.substring(colon + 1);
        return switch (left) {
            case "rule" -> new Check.Rule(right);
            case "role" -> new Check.Role(template(right));
            case "http", "https" -> new Check.Remote(template(token));
            default -> comparison(left, template(right));
        };
    }

    private static Check comparison(String left, Template right) {
        var constant = Literal.textOf(left);
        if (constant.isPresent()) {
            return new Check.Constant(constant.get(), right);
        }
        if (!PATH.matcher(left).matches()) {
            throw new NotUnderstood("\"" + left + "\" is neither a constant nor the name of a fact about the caller");
        }
        // Facts that callers do not have here equal nothing, like any fact that is missing.
        return Credential.named(left)
                .<Check>map(fact -> new Check.Fact(fact, right))
                .orElse(Check.Fixed.NEVER);
    }

    private static Template template(String text) {
        try {
            return Template.parse(text);
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood(e.getMessage());
        }
    }

    private static Check any(List<Check> parts) {
        return parts.size() == 1 ? parts.get(0) : new Check.Any(parts);
    }

    private static Check all(List<Check> parts) {
        return parts.size() == 1 ? parts.get(0) : new Check.All(parts);
    }
}
