package io.github.predella.identity.embedded;

import io.github.predella.config.PurgeSettings;
import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Forgets what has ended by itself. Each method is one transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class RetentionService {

    private final ApplicationCredentialRepository credentials;
    private final TokenRepository tokens;
    private final PurgeSettings settings;
    private final Clock clock;

    protected RetentionService() {
        this(null, null, null, null);
    }

    @Inject
    public RetentionService(
            ApplicationCredentialRepository credentials, TokenRepository tokens, PurgeSettings settings, Clock clock) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Forgets revocations of tokens that have ended, and application credentials that expired as long ago as the operator
     * says; until then their owners see what has expired.
     */
    public void forgetEnded() {
        var now = clock.instant();
        tokens.forgetRevocations(now);
        settings.before(now).ifPresent(credentials::forgetExpired);
    }
}
