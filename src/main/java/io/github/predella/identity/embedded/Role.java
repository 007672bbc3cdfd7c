package io.github.predella.identity.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A named set of rights; what the rights are is said by the policy rules.
 *
 * @param id 32 hexadecimal digits
 * @param name unique, 1 to 255 characters
 * @param description free text, or null
 */
public record Role(String id, String name, String description) {

    /** The roles every deployment has. They cannot be changed or deleted. */
    public enum Builtin {
        READER("reader", null),
        MEMBER("member", READER),
        ADMIN("admin", MEMBER),
        SERVICE("service", null);

        private final String id;
        private final String text;
        private final Builtin implied;

        Builtin(String text, Builtin implied) {
            this.id = Ids.wellKnown("role:" + text);
            this.text = text;
            this.implied = implied;
        }

        /** The role itself. */
        public Role role() {
            return new Role(id, text, null);
        }
    }

    /** Whether this is one of the roles every deployment has. */
    public boolean builtin() {
        return builtinOf(id) != null;
    }

    /** The roles that come with this one, the nearest first; empty for a role of the operator's own. */
    public List<Role> implied() {
        var roles = new ArrayList<Role>();
        var builtin = builtinOf(id);
        for (var next = builtin == null ? null : builtin.implied; next != null; next = next.implied) {
            roles.add(next.role());
        }
        return List.copyOf(roles);
    }

    private static Builtin builtinOf(String id) {
        return Arrays.stream(Builtin.values())
                .filter(builtin -> builtin.id.equals(id))
                .findFirst()
                .orElse(null);
    }
}
