package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.images.ActionSituations.Situation;
import io.github.predella.images.Image.Status;
import io.github.predella.images.Image.Visibility;
import io.github.predella.images.ImagePatch.Verb;
import io.github.predella.images.LedgerFixture.Setup;
import io.github.predella.images.Refusal.Reason;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is foretold about actions, held against what the services do. Importing and copying are tried in their room. */
class ActionRulesTest {

    private static final Caller ALICE = Callers.member("p1");

    private LedgerFixture ledger = new LedgerFixture(Setup.standard().keepingData());

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsForetoldHappens(boolean newDefaults) {
        var setup = Setup.standard().keepingData();
        var wrong = new ArrayList<String>();
        var actions = EnumSet.complementOf(EnumSet.of(ImageAction.IMPORT, ImageAction.COPY_TO_STORE));
        for (Caller caller : ActionSituations.callers()) {
            ledger = new LedgerFixture(newDefaults ? setup : setup.withOldDefaults());
            for (Situation situation : ActionSituations.all()) {
                for (ImageAction action : actions) {
                    compare(caller, situation, action).ifPresent(wrong::add);
                }
            }
        }

        assertEquals(List.of(), wrong);
    }

    /** What differs; nothing for an image that does not exist for the caller. */
    private Optional<String> compare(Caller caller, Situation situation, ImageAction action) {
        var image = ledger.store(situation.image());
        ledger.offer(image, "p2", Member.Status.ACCEPTED);
        try {
            ledger.access.find(caller, image.id());
        } catch (Fault unknown) {
            return Optional.empty();
        }
        var refusal = rights(caller, image).refusal(action);
        boolean happens = happens(() -> act(caller, image, action));
        return happens == refusal.isEmpty()
                ? Optional.empty()
                : Optional.of(caller + " " + action + " " + situation + ": " + refusal);
    }

    private ImageRights rights(Caller caller, Image image) {
        return ledger.images.allowed(caller, List.of(image)).get(image.id());
    }

    /** Something that may be refused, and says whether it has done anything. */
    private interface Act {
        boolean done();
    }

    private static boolean happens(Act act) {
        try {
            return act.done();
        } catch (Fault refused) {
            return false;
        }
    }

    private boolean act(Caller caller, Image image, ImageAction action) {
        String id = image.id();
        switch (action) {
            case EDIT -> patch(caller, id, "name", Json.createValue("new"));
            case CHANGE_FORMATS -> patch(caller, id, "disk_format", Json.createValue("raw"));
            case DELETE -> {
                ledger.disposals.delete(caller, id);
                return true;
            }
            case UPLOAD -> ledger.uploads.begin(caller, id, "fast", 0);
            case DOWNLOAD -> {
                return !ledger.reading.download(caller, id, false).readable().isEmpty();
            }
            case DEACTIVATE -> ledger.images.deactivate(caller, id);
            case REACTIVATE -> ledger.images.reactivate(caller, id);
            case SHARE -> {
                ledger.members.add(caller, id, "p7");
                return true;
            }
            case REMOVE_COPY -> new CopyService(ledger.rows, ledger.access, ledger.clock).withdraw(caller, "fast", id);
            case PUBLISH -> patch(caller, id, "visibility", Json.createValue("public"));
            case COMMUNITIZE -> patch(caller, id, "visibility", Json.createValue("community"));
            case MAKE_SHARED -> patch(caller, id, "visibility", Json.createValue("shared"));
            case MAKE_PRIVATE -> patch(caller, id, "visibility", Json.createValue("private"));
            case PROTECT -> patch(caller, id, "protected", JsonValue.TRUE);
            case UNPROTECT -> patch(caller, id, "protected", JsonValue.FALSE);
            case HIDE -> patch(caller, id, "os_hidden", JsonValue.TRUE);
            case UNHIDE -> patch(caller, id, "os_hidden", JsonValue.FALSE);
            case RESTORE -> ledger.disposals.restore(caller, id);
            case IMPORT, COPY_TO_STORE -> throw new IllegalArgumentException(action.name());
        }
        return !ledger.find(id).equals(image);
    }

    private void patch(Caller caller, String id, String attribute, JsonValue value) {
        ledger.images.patch(caller, id, ImagePatch.of(Verb.REPLACE, attribute, value));
    }

    /** In the bin only one thing can be done, by whom the rule allows. */
    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"ACTIVE", "DEACTIVATED"})
    void deletedImageCanOnlyBeRestored(Status former) {
        for (Caller caller : ActionSituations.callers()) {
            var image = ledger.store(Images.in(former).storedIn("fast", "memory://fast/x"));
            ledger.disposals.delete(ALICE, image.id());
            var deleted = ledger.bin.find(image.id()).orElseThrow().image();

            var rights = rights(caller, deleted);
            boolean restored = happens(() -> {
                ledger.disposals.restore(caller, image.id());
                return true;
            });

            assertEquals(restored, rights.allows(ImageAction.RESTORE));
            assertEquals(
                    ImageAction.values().length - (restored ? 1 : 0),
                    rights.refusals().size());
        }
    }

    private void assertRefused(Reason reason, String argument, Caller caller, Images image, ImageAction action) {
        assertEquals(
                Optional.of(new Refusal(reason, argument)),
                rights(caller, image.done()).refusal(action));
    }

    @Test
    void reasonTellsWhatStandsAgainstIt() {
        var reader = Callers.reader("p1");
        var looking = Callers.anonymous();
        var active = Images.active().storedIn("fast", "memory://fast/x");

        assertRefused(Reason.READ_ONLY, "", looking, active, ImageAction.EDIT);
        assertRefused(Reason.RULE, "modify_image", reader, active, ImageAction.EDIT);
        assertRefused(Reason.RULE, "publicize_image", ALICE, active, ImageAction.PUBLISH);
        assertRefused(Reason.NOT_OWNER, "modify_image", Callers.member("p2"), active, ImageAction.EDIT);
        assertRefused(Reason.NOT_OWNER, "delete_image", Callers.member("p2"), active, ImageAction.DELETE);
        assertRefused(Reason.RULE, "copy_image", Callers.member("p2"), active, ImageAction.COPY_TO_STORE);
        assertRefused(Reason.STATUS, "active", ALICE, active, ImageAction.UPLOAD);
        assertRefused(Reason.STATUS, "active", Callers.admin("p9"), active, ImageAction.RESTORE);
        assertRefused(Reason.ONLY_COPY, "", Callers.admin("p9"), active, ImageAction.REMOVE_COPY);
        assertRefused(Reason.PROTECTED, "", ALICE, Images.active().guarded(), ImageAction.DELETE);
        assertRefused(Reason.ALREADY, "", ALICE, Images.active().guarded(), ImageAction.PROTECT);
        assertRefused(Reason.NO_DATA, "", ALICE, Images.queued(), ImageAction.DOWNLOAD);
        assertRefused(Reason.FORMATS_MISSING, "", ALICE, Images.queued().formats(null, null), ImageAction.UPLOAD);
        assertRefused(Reason.VISIBILITY, "public", ALICE, Images.active().publicly(), ImageAction.SHARE);
        assertRefused(Reason.STATUS, "deactivated", ALICE, Images.in(Status.DEACTIVATED), ImageAction.DOWNLOAD);
    }

    @Test
    void ownerHasWhatAnOwnerNeeds() {
        var rights = rights(
                ALICE,
                Images.active()
                        .visible(Visibility.SHARED)
                        .storedIn("fast", "memory://f")
                        .done());

        for (ImageAction action : Set.of(
                ImageAction.EDIT,
                ImageAction.DELETE,
                ImageAction.DOWNLOAD,
                ImageAction.DEACTIVATE,
                ImageAction.SHARE,
                ImageAction.COMMUNITIZE,
                ImageAction.MAKE_PRIVATE,
                ImageAction.PROTECT,
                ImageAction.HIDE)) {
            assertTrue(rights.allows(action), action.name());
        }
    }
}
