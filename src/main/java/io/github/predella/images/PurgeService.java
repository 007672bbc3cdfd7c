package io.github.predella.images;

import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.OptionalLong;

/** Removes rows of what is deleted from the database, some of them in each transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class PurgeService {

    private static final int SOME = 500;

    private DeletedParts parts;

    /** For the container's proxy only. */
    protected PurgeService() {}

    @Inject
    public PurgeService(DeletedParts parts) {
        this.parts = parts;
    }

    /** Removes some rows behind the given one; answers as {@link DeletedParts#remove}. */
    public OptionalLong removeSome(DeletedParts.Kind kind, Instant before, long afterRow) {
        return parts.remove(kind, before, afterRow, SOME);
    }
}
