package io.github.predella.identity.embedded;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is written into a token: ids and times, nothing that can change while it is valid. Whether it still counts, and
 * for which roles, is looked up when it is used.
 *
 * @param user id of the user
 * @param scope what the token is good for, null for an unscoped one
 * @param methods how the user authenticated, at least one
 * @param issued when, to the millisecond
 * @param expires when it ends, to the millisecond
 * @param auditId 16 random bytes in URL-safe base64: the name of the token in logs and in revocations
 * @param parentAuditId that of the first token it was derived from, or null
 * @param credential id of the application credential it was obtained with, or null
 */
public record TokenFacts(
        String user,
        Scope scope,
        Set<Method> methods,
        Instant issued,
        Instant expires,
        String auditId,
        String parentAuditId,
        String credential) {

    /** The ways to authenticate. */
    public enum Method {
        PASSWORD(1, "password"),
        TOKEN(2, "token"),
        APPLICATION_CREDENTIAL(4, "application_credential");

        private final int bit;
        private final String text;

        Method(int bit, String text) {
            this.bit = bit;
            this.text = text;
        }

        /** The bit that stands for it inside a token. */
        int bit() {
            return bit;
        }

        /** The name in the Identity API. */
        public String text() {
            return text;
        }
    }

    public TokenFacts {
        methods = Set.copyOf(methods);
    }

    /** The token's own audit id, then that of the token it was derived from. */
    public List<String> auditIds() {
        return parentAuditId == null ? List.of(auditId) : List.of(auditId, parentAuditId);
    }

    /** The names of the methods in the order of the API. */
    public List<String> methodNames() {
        return Stream.of(Method.values())
                .filter(methods::contains)
                .map(Method::text)
                .toList();
    }

    static String freshAuditId() {
        return Ids.secret(Ids.BYTES);
    }
}
