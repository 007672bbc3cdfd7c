package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.PageRequest;
import io.github.predella.images.Image.Visibility;
import io.github.predella.images.ImagePatch.Verb;
import io.github.predella.images.ImageQuery.Audience;
import io.github.predella.images.ImageQuery.Field;
import io.github.predella.images.ImageQuery.SortKey;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Who may do what: the measured table of images-api, "Role matrix", cell by cell with the default rules. */
class RoleMatrixTest {

    private final LedgerFixture ledger = new LedgerFixture();

    @ParameterizedTest
    @CsvFileSource(resources = "/images/role-matrix.csv", numLinesToSkip = 1)
    void everybodyMayWhatTheyMay(String operation, String visibility, String persona, int status) {
        var image = image(operation, visibility == null ? Visibility.PRIVATE : Visibility.of(visibility));

        assertEquals(status, outcome(() -> act(operation, caller(persona), image), status));
    }

    private Image image(String operation, Visibility visibility) {
        var waiting =
                operation.equals("PUT file") ? Images.queued() : Images.active().storedIn("fast", "memory://x");
        var image = ledger.store(waiting.visible(visibility));
        ledger.offer(image, "p2", Member.Status.ACCEPTED);
        return image;
    }

    private static Caller caller(String persona) {
        return switch (persona) {
            case "admin" -> Callers.admin("p9");
            case "owner member" -> Callers.member("p1");
            case "owner reader" -> Callers.reader("p1");
            case "share member" -> Callers.member("p2");
            case "share reader" -> Callers.reader("p2");
            case "other member" -> Callers.member("p3");
            case "other reader" -> Callers.reader("p3");
            case "service" -> Callers.inProject("p4", "service");
            case "owner unrelated" -> Callers.inProject("p1", "gardener");
            default -> fail("unknown persona " + persona);
        };
    }

    private void act(String operation, Caller caller, Image image) {
        String id = image.id();
        switch (operation) {
            case "GET image" -> ledger.images.get(caller, id);
            case "GET file" -> ledger.reading.download(caller, id, false);
            case "PATCH name" -> patch(caller, id, "name", "new");
            case "PATCH to community" -> patch(caller, id, "visibility", "community");
            case "PATCH to public" -> patch(caller, id, "visibility", "public");
            case "PUT tag" -> ledger.images.addTag(caller, id, "t");
            case "PUT file" -> ledger.uploads.begin(caller, id, "fast", 0);
            case "POST deactivate" -> ledger.images.deactivate(caller, id);
            case "GET members" -> ledger.members.list(caller, id);
            case "POST members" -> ledger.members.add(caller, id, "p5");
            case "GET members/p2" -> ledger.members.get(caller, id, "p2");
            case "PUT members/p2" -> ledger.members.answer(caller, id, "p2", Member.Status.ACCEPTED);
            case "DELETE members/p2" -> ledger.members.remove(caller, id, "p2");
            case "GET locations" -> ledger.locations.list(caller, id);
            case "DELETE store copy" -> ledger.deletions.deleteCopy(caller, "fast", id);
            case "DELETE image" -> ledger.deletions.delete(caller, id);
            case "GET images" -> ledger.images.list(caller, everything());
            case "POST images" -> create(caller, "{\"name\":\"new\"}");
            case "POST images owner=other" -> create(caller, "{\"owner\":\"p8\"}");
            case "POST images public" -> create(caller, "{\"visibility\":\"public\"}");
            default -> fail("unknown operation " + operation);
        }
    }

    private void patch(Caller caller, String id, String attribute, String value) {
        JsonValue text = Json.createValue(value);
        ledger.images.patch(caller, id, ImagePatch.of(Verb.REPLACE, attribute, text));
    }

    private void create(Caller caller, String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            ledger.images.create(caller, ImageDraft.of(reader.readObject(), ledger.schema));
        }
    }

    private static ImageQuery everything() {
        return new ImageQuery(
                List.of(),
                new Audience(null, false, Member.Status.ACCEPTED),
                false,
                List.of(new SortKey(Field.ID, true)),
                new PageRequest(25, null));
    }

    /** The status that the refusal becomes; for success the one that was expected, if that is one. */
    private static int outcome(Runnable call, int expected) {
        try {
            call.run();
            return expected < 300 ? expected : 200;
        } catch (Fault fault) {
            return switch (fault.kind()) {
                case FORBIDDEN -> 403;
                case NOT_FOUND -> 404;
                default -> fail(fault);
            };
        }
    }
}
