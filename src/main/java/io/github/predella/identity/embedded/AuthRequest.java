package io.github.predella.identity.embedded;

/**
 * A request for a token.
 *
 * @param proof how the user proves to be who he or she is
 * @param wish what the token shall be good for
 */
public record AuthRequest(Proof proof, Wish wish) {

    /**
     * Names a user.
     *
     * @param id the id, or null when the name is given
     * @param name the name, or null when the id is given
     * @param domain the id or name of the user's domain that goes with the name
     */
    public record UserRef(String id, String name, String domain) {

        /** What failures of this user are counted under as long as no account is known. */
        String key() {
            return "?" + (id == null ? name.toLowerCase(java.util.Locale.ROOT) : id);
        }
    }

    /** One of the ways to authenticate. */
    public sealed interface Proof {}

    public record Password(UserRef user, String password) implements Proof {

        @Override
        public String toString() {
            return "Password[" + user + "]";
        }
    }

    /** A token obtained before. */
    public record Token(String text) implements Proof {

        @Override
        public String toString() {
            return "Token";
        }
    }

    /**
     * An application credential.
     *
     * @param id of the credential, or null when user and name are given
     * @param user whose credential, or null when the id is given
     * @param name of the credential, or null when the id is given
     */
    public record Credential(String id, UserRef user, String name, String secret) implements Proof {

        @Override
        public String toString() {
            return "Credential[" + id + "]";
        }
    }

    /** A wish about the scope. */
    public sealed interface Wish {}

    /** No scope is named: the user's default project if there is one. */
    public record Anything() implements Wish {}

    /** Explicitly no scope. */
    public record Unscoped() implements Wish {}

    /** This scope. */
    public record Exactly(Scope scope) implements Wish {}

    /** The project of this name in the domain of this id or name. */
    public record ProjectNamed(String name, String domain) implements Wish {}
}
