package io.github.predella.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.images.ActionSituations;
import io.github.predella.images.ActionSituations.Situation;
import io.github.predella.images.Image;
import io.github.predella.images.Image.Status;
import io.github.predella.images.ImageAction;
import io.github.predella.images.ImageRights;
import io.github.predella.images.ImportMarks;
import io.github.predella.images.LedgerFixture;
import io.github.predella.images.Member;
import io.github.predella.images.ReadableCopies;
import io.github.predella.images.Refusal;
import io.github.predella.images.Refusal.Reason;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the ledger of images foretells about imports, held against what happens when one is asked for. */
class ForetoldImportsTest {

    private LocationFixture fixture = new LocationFixture();

    /** A way to import that finds everything it needs. */
    private record Way(String name, Status from) implements ImportMethod {

        @Override
        public ImportSource fetch(ImportRun run) {
            throw new IllegalStateException("nobody runs this");
        }

        @Override
        public Status afterFailure() {
            return from;
        }
    }

    private LedgerFixture ledger() {
        return fixture.ledger;
    }

    private ImportService service() {
        var methods = Stream.of(
                new Way("web-download", Status.QUEUED),
                new Way("glance-direct", Status.UPLOADING),
                new CopyImage(ledger().imports, null));
        return new ImportService(
                ledger().imports,
                ledger().importRoom,
                new ImportMethods(List.of("web-download", "glance-direct", "copy-image"), methods),
                new StoreChoice(ledger().registry, new ReadableCopies(ledger().registry)),
                new PluginStage(
                        new ImportPlugins(List.of(), List.of(), PluginDirectory.open(null)),
                        ledger().imports,
                        null,
                        null),
                new ImportLock(fixture.taskService, ledger().clock),
                fixture.taskService);
    }

    private ImageRights rights(Caller caller, Image image) {
        return ledger().images.allowed(caller, List.of(image)).get(image.id());
    }

    /** Whether a task has the image afterwards. */
    private boolean happens(Caller caller, Image image, String method, boolean everywhere) {
        var body = Jsons.object().add("method", Jsons.object().add("name", method));
        if (everywhere) {
            body.add("all_stores", true);
        }
        try {
            service().submit(caller, image.id(), ImportRequest.of(body.build()), ImportHeaders.NONE);
        } catch (Fault refused) {
            return false;
        }
        return ImportMarks.holder(ledger().find(image.id())).isPresent();
    }

    private Optional<Image> seen(Caller caller, Situation situation) {
        var image = ledger().store(situation.image());
        ledger().offer(image, "p2", Member.Status.ACCEPTED);
        try {
            return Optional.of(ledger().access.find(caller, image.id()));
        } catch (Fault unknown) {
            return Optional.empty();
        }
    }

    @Test
    void whatIsForetoldHappens() {
        var wrong = new ArrayList<String>();
        for (Caller caller : ActionSituations.callers()) {
            fixture = new LocationFixture();
            for (Situation situation : ActionSituations.all()) {
                seen(caller, situation).flatMap(image -> compare(caller, image)).ifPresent(wrong::add);
            }
        }

        assertEquals(List.of(), wrong);
    }

    /** What differs. An image without data gets some by an import, one that has data gets further copies of it. */
    private Optional<String> compare(Caller caller, Image image) {
        boolean copies = !image.readable().isEmpty();
        String other = image.status() == Status.UPLOADING ? "glance-direct" : "web-download";
        var action = copies ? ImageAction.COPY_TO_STORE : ImageAction.IMPORT;
        var refusal = rights(caller, image).refusal(action);
        boolean happens = happens(caller, image, copies ? "copy-image" : other, copies);
        return happens == refusal.isEmpty()
                ? Optional.empty()
                : Optional.of(action + " " + caller + " " + image + " " + refusal);
    }

    @Test
    void imageInTheHandsOfATaskIsLeftToIt() {
        var admin = Callers.admin("p9");
        var image = ledger().store(Images.active().storedIn("fast", "memory://fast/x"));
        happens(admin, image, "copy-image", true);
        var taken = ledger().find(image.id());
        var task = ImportMarks.holder(taken).orElseThrow();

        var refusal = rights(admin, taken).refusal(ImageAction.COPY_TO_STORE);

        assertEquals(Optional.of(new Refusal(Reason.IMPORTING, task)), refusal);
        assertEquals(false, happens(admin, taken, "copy-image", false));
    }

    @Test
    void imageThatIsEverywhereIsCopiedNowhere() {
        var image = ledger().store(
                        Images.active().storedIn("fast", "memory://fast/x").storedIn("slow", "memory://slow/x"));

        var refusal = rights(Callers.admin("p9"), image).refusal(ImageAction.COPY_TO_STORE);

        assertEquals(Optional.of(new Refusal(Reason.NO_STORE_LEFT, "")), refusal);
    }
}
