package io.github.predella.identity.embedded;

/**
 * What a role is given on and a token is good for.
 *
 * @param kind project, domain or system
 * @param target the id of the project or domain, {@code all} for the system; never null
 */
public record Scope(Kind kind, String target) {

    /** The three kinds of scope of the Identity API. */
    public enum Kind {
        PROJECT,
        DOMAIN,
        SYSTEM
    }

    /** The whole deployment. */
    public static final Scope SYSTEM = new Scope(Kind.SYSTEM, "all");

    /** The one domain. */
    public static final Scope DOMAIN = new Scope(Kind.DOMAIN, Domain.ID);

    public static Scope project(String id) {
        return new Scope(Kind.PROJECT, id);
    }
}
