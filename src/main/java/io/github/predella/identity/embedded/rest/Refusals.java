package io.github.predella.identity.embedded.rest;

import io.github.predella.core.Fault;
import io.github.predella.identity.PasswordLogin.Refused;
import io.github.predella.identity.PasswordLogin.Wait;
import io.github.predella.identity.embedded.IdentityFaults;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers to logins that failed: 401 in any case, and how long to wait when there were too many. */
final class Refusals {

    private Refusals() {}

    static Response of(Refused refused, Links links) {
        var message = IdentityFaults.unauthenticated().getMessage();
        var answer = IdentityErrorMapper.refusal(Fault.Kind.UNAUTHENTICATED, message, links);
        if (refused instanceof Wait wait) {
            var seconds = wait.time().plusMillis(999).toSeconds();
            return Response.fromResponse(answer)
                    .header(HttpHeaders.RETRY_AFTER, seconds)
                    .build();
        }
        return answer;
    }
}
