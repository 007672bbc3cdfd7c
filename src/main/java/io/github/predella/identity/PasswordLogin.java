package io.github.predella.identity;

import java.time.Duration;

/**
 * Lets a person in by name and password, for pages that have no token yet. Safe for use by many threads; slow on
 * purpose, so it is never called inside a transaction.
 */
public interface PasswordLogin {

    /**
     * Who wants in, and whereto.
     *
     * @param userName the name, never null
     * @param userDomain the user's domain, never null: {@code default} as an id, and where the identity service has
     *     others, their names
     * @param password the password, never null; the text form of this record does not show it
     * @param projectName the project to work in, or null for the user's default project or none
     * @param address where the attempt comes from, for slowing down guesses; never null
     */
    record Attempt(String userName, String userDomain, String password, String projectName, String address) {

        @Override
        public String toString() {
            return "Attempt[" + userName + " of " + userDomain + " from " + address + "]";
        }
    }

    /** What came of an attempt. */
    sealed interface Outcome {}

    /** It failed. */
    sealed interface Refused extends Outcome {}

    /**
     * Welcome.
     *
     * @param token the text to send with requests
     * @param facts what it says
     */
    record Granted(String token, VerifiedToken facts) implements Outcome {

        @Override
        public String toString() {
            return "Granted[" + facts.user().name() + "]";
        }
    }

    /** Name, password or project is wrong, or the account is closed; which of them is not told. */
    record Denied() implements Refused {}

    /**
     * There were too many failures lately; the password was not even looked at.
     *
     * @param time how long to wait, more than zero
     */
    record Wait(Duration time) implements Refused {}

    /**
     * Tries to log in.
     *
     * @throws io.github.predella.core.Fault of kind UNAVAILABLE when logins cannot be handled at the moment
     */
    Outcome login(Attempt attempt);
}
