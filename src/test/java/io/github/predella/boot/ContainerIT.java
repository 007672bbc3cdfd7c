package io.github.predella.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Caller;
import io.github.predella.images.Image;
import io.github.predella.images.ImageDraft;
import io.github.predella.images.ImageRepository;
import io.github.predella.images.ImageSchema;
import io.github.predella.images.ImageService;
import io.github.predella.store.StoreRegistry;
import io.github.predella.testing.SharedServer;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.TransactionalException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From inside the server: the beans live, and transactions begin where they should. */
@SharedServer
public class ContainerIT {

    private static final Caller CALLER =
            new Caller("user", "inside", null, false, Set.of("member", "reader"), Set.of(), null, false, "req-inside");

    @Inject
    private ImageService images;

    @Inject
    private ImageRepository ledger;

    @Inject
    private ImageSchema schema;

    @Inject
    private StartState state;

    @Inject
    private StoreRegistry stores;

    @Test
    public void everyPartHasStarted() {
        boolean complete = state.isComplete();

        assertTrue(complete);
        assertEquals("local", stores.standard().id());
    }

    @Test
    public void serviceCommitsItsOwnTransaction() {
        var draft = ImageDraft.of(
                Json.createObjectBuilder().add("name", "from inside").build(), schema);

        var made = images.create(CALLER, draft);

        assertEquals("from inside", images.get(CALLER, made.id()).details().name());
        assertEquals(Image.Status.QUEUED, made.status());
    }

    @Test
    public void ledgerRefusesToWorkWithoutATransaction() {
        var draft = ImageDraft.of(
                Json.createObjectBuilder().add("name", "no transaction").build(), schema);
        var made = images.create(CALLER, draft);

        var refusal = assertThrows(TransactionalException.class, () -> ledger.find(made.id()));

        assertTrue(String.valueOf(refusal.getCause()).contains("TransactionRequired"), refusal::toString);
    }
}
