package io.github.predella.policy;

import java.util.List;
import java.util.Locale;

/** One parsed rule or a part of one. Immutable; deciding allocates next to nothing and parses nothing. */
sealed interface Check {

    boolean holds(Question question);

    /** The checks inside this one. */
    default List<Check> parts() {
        return List.of();
    }

    /** The two checks that look at nothing. */
    enum Fixed implements Check {
        ALWAYS,
        NEVER;

        @Override
        public boolean holds(Question question) {
            return this == ALWAYS;
        }
    }

    record All(List<Check> parts) implements Check {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Question question) {
            for (Check part : parts) {
                if (!part.holds(question)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Any(List<Check> parts) implements Check {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Question question) {
            for (Check part : parts) {
                if (part.holds(question)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Not(Check part) implements Check {
        @Override
        public boolean holds(Question question) {
            return !part.holds(question);
        }

        @Override
        public List<Check> parts() {
            return List.of(part);
        }
    }

    /** The rule of that name holds; a name that is not there does not. */
    record Rule(String name) implements Check {
        @Override
        public boolean holds(Question question) {
            return question.rules().grantsIfThere(name, question);
        }
    }

    /** The caller has the role; the case of letters does not matter. */
    record Role(Template name) implements Check {
        @Override
        public boolean holds(Question question) {
            String wanted = name.in(question.target());
            return wanted != null && question.caller().roles().contains(wanted.toLowerCase(Locale.ROOT));
        }
    }

    /** Another service says so. */
    record Remote(Template url) implements Check {
        @Override
        public boolean holds(Question question) {
            String address = url.in(question.target());
            return address != null
                    && question.remote().grants(address, question.rule(), question.target(), Credential.all(question));
        }
    }

    /** A fact about the caller equals a text made from the target. */
    record Fact(Credential credential, Template wanted) implements Check {
        @Override
        public boolean holds(Question question) {
            String text = wanted.in(question.target());
            return text != null && credential.is(text, question);
        }
    }

    /** A constant equals a text made from the target. */
    record Constant(String value, Template wanted) implements Check {
        @Override
        public boolean holds(Question question) {
            return value.equals(wanted.in(question.target()));
        }
    }
}
